'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useProject } from '@/components/project/provider';
import { Empty } from '@/components/ui/empty';
import { Moment } from '@/components/ui/moment';
import { Page } from '@/components/ui/page';
import { reach } from '@/components/ui/post';
import { mentionsOf } from '@/lib/rounds';
import classes from './adjudication.module.css';
import { addressOf } from './queue';
import { SaidText } from './said-text';

/** What mentions the viewer, newest first. Having it on the screen is having seen it. */
export function Mentions() {
  const { comments, viewerId, project, members, documents } = useProject();
  const mentions = mentionsOf(comments.values(), viewerId);
  useSeen(project.id, mentions[0]?.at);
  return (
    <Page title="Mentions" lead="Where somebody calls you with an @ in the discussion of a passage." narrow>
      {mentions.length === 0 && <Empty title="Nobody has mentioned you yet" />}
      <ol className={classes.mentions}>
        {mentions.map((each) => (
          <li key={each.id} className={classes.comment}>
            <p className={classes.commentHead}>
              <strong>{members.get(each.authorId)?.name ?? 'A former member'}</strong> <Moment at={each.at} />
            </p>
            <SaidText text={each.text} />
            <Link href={`/projects/${project.id}/rounds/${each.roundId}/adjudication?at=${addressOf(each)}`} dir="auto">
              {documents.get(each.documentId)?.title ?? 'A deleted document'}
            </Link>
          </li>
        ))}
      </ol>
    </Page>
  );
}

function useSeen(projectId: string, newest: string | undefined): void {
  const router = useRouter();
  useEffect(() => {
    if (!newest) return;
    reach(`/api/projects/${projectId}/mentions/seen`, { method: 'PUT' }).then(
      () => router.refresh(),
      () => {}, // The count stays until the page is opened again; nothing is lost.
    );
  }, [projectId, newest, router]);
}
