'use client';

import { useState } from 'react';
import { useProject } from '@/components/project/provider';
import { can } from '@/lib/access';
import { CodebookHeader } from './codebook-header';
import { Editor } from './editor';
import { EmptyCodebook } from './empty-codebook';
import { PrintedCodebook } from './printed-codebook';
import { ReadableCodebook } from './readable-codebook';
import classes from './codebook.module.css';

export type Counts = Readonly<Record<string, number>>;

/** `counts`: how often each code is used, as far as the viewer may see. */
export function Codebook({ counts }: { counts: Counts }) {
  const { codes, members, viewerId, project } = useProject();
  const [reading, setReading] = useState(false);
  const role = members.get(viewerId)?.role ?? 'viewer';
  const mayEdit = can(role, 'codebook:edit', project);
  const asPage = reading || !mayEdit;
  return (
    <div className={classes.page}>
      <CodebookHeader mayEdit={mayEdit} reading={asPage} onReading={setReading} />
      {codes.size === 0 && <EmptyCodebook mayEdit={mayEdit} />}
      {codes.size > 0 && (asPage ? <ReadableCodebook counts={counts} /> : <Editor counts={counts} />)}
      {!asPage && <PrintedCodebook counts={counts} />}
    </div>
  );
}
