'use client';

import Link from 'next/link';
import { useState } from 'react';
import { useProject } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { Page } from '@/components/ui/page';
import { can } from '@/lib/access';
import { CodebookActions } from './codebook-actions';
import { Editor } from './editor';
import { NoCodes } from './no-codes';
import { PrintedCodebook } from './printed-codebook';
import { ReadableCodebook } from './readable-codebook';
import classes from './codebook.module.css';

export type Counts = Readonly<Record<string, number>>;

/** `counts`: how often each code is used, as far as the viewer may see. `outdated`: how many of their own codings are. */
export function Codebook({ counts, outdated }: { counts: Counts; outdated: number }) {
  const { codes, codebookVersion, members, viewerId, project } = useProject();
  const [reading, setReading] = useState(false);
  const role = members.get(viewerId)?.role ?? 'viewer';
  const mayEdit = can(role, 'codebook:edit', project);
  const asPage = reading || !mayEdit;
  const lead = (
    <>
      <span className={classes.onPaper}>{project.title}: </span>
      {counted(codes.size, 'code')}, version {codebookVersion}
    </>
  );
  return (
    <div className={classes.codebook}>
      <Page
        title="Codebook"
        lead={lead}
        actions={codes.size > 0 && <CodebookActions mayEdit={mayEdit} reading={asPage} onReading={setReading} />}
      >
        {outdated > 0 && (
          <p className={classes.outdated}>
            {counted(outdated, 'coding')} of yours {outdated === 1 ? 'was' : 'were'} made under an older meaning of{' '}
            {outdated === 1 ? 'its code' : 'their codes'}.{' '}
            <Link href={`/projects/${project.id}/codebook/review`}>Look at {outdated === 1 ? 'it' : 'them'} again</Link>
          </p>
        )}
        {codes.size === 0 && <NoCodes mayEdit={mayEdit} />}
        {codes.size > 0 && (asPage ? <ReadableCodebook counts={counts} /> : <Editor counts={counts} />)}
        {!asPage && <PrintedCodebook counts={counts} />}
      </Page>
    </div>
  );
}
