import { IconCircleCheckFilled, IconCircleDashed, IconLock } from '@tabler/icons-react';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import type { DocumentSummary } from '@/lib/documents';
import type { Progress } from './documents-in-order';
import { Here } from './here';
import classes from './documents-pane.module.css';

type Props = {
  href: string;
  document: DocumentSummary;
  current: boolean;
  about: { who: string; when: string };
  progress: Progress;
  coding: boolean;
  /** False where an open round gave the document to others. */
  asked: boolean;
  sealed: boolean;
};

export function DocumentRow({ href, document, current, about, progress, coding, asked, sealed }: Props) {
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li ref={element}>
      <Link href={href} prefetch={false} className={classes.document} aria-current={current ? 'page' : undefined}>
        <span className={classes.documentSign}>{coding && (asked || progress.own) && <OwnSign done={progress.own} />}</span>
        <span className={classes.documentWords}>
          <span className={classes.documentTitle} dir={document.direction} lang={document.language ?? undefined}>
            {document.title}
          </span>
          <span className={classes.documentAbout}>
            <span className={classes.who} dir="auto" title={about.who}>
              {about.who}
            </span>
            <span className={classes.when}>{about.when}</span>
            <Here documentId={document.id} />
            <Others progress={progress} sealed={sealed} />
          </span>
        </span>
      </Link>
    </li>
  );
}

function OwnSign({ done }: { done: boolean }) {
  return done ? (
    <IconCircleCheckFilled size={16} className={classes.done} role="img" aria-label="You finished this" />
  ) : (
    <IconCircleDashed size={16} className={classes.open} role="img" aria-label="Not finished by you" />
  );
}

function Others({ progress: { finished, coders }, sealed }: { progress: Progress; sealed: boolean }) {
  if (sealed) {
    return (
      <span className={classes.tally} title="In an open round: sealed">
        <IconLock size={13} role="img" aria-label="Sealed: in an open round" />
      </span>
    );
  }
  const sentence = `${finished} of ${coders} coders finished`;
  return (
    <span className={classes.tally} title={sentence}>
      <span aria-hidden>
        {finished}/{coders}
      </span>
      <span className={classes.unseen}>, {sentence}</span>
    </span>
  );
}
