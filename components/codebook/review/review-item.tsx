import { Button, Group } from '@mantine/core';
import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import Link from 'next/link';
import { Excerpt } from '@/components/documents/excerpt';
import { RenderedMemo } from '@/components/memo';
import { useProject } from '@/components/project/provider';
import steps from '@/components/ui/steps.module.css';
import type { Outcome } from '@/lib/codings';
import type { Item } from './review';
import type { ReviewActs } from './use-review';
import classes from './review.module.css';

/** One coding in its context, and the three things that can be done with it. */
export function ReviewItem({ item, acts }: { item: Item; acts: ReviewActs }) {
  const { project, documents, codings, codes } = useProject();
  const { coding, pieces } = item;
  const document = documents.get(coding.documentId);
  const outcome = acts.outcome(item);
  const now = codes.get(codings.get(coding.id)?.codeId ?? '')?.name ?? '';
  return (
    <li className={steps.item} data-coding={coding.id} data-outcome={outcome} tabIndex={-1}>
      <div className={classes.itemHead}>
        <span dir="auto">{document?.title}</span>
        <span className={classes.made}>coded under version {coding.codebookVersion}</span>
        <Link
          href={`/projects/${project.id}/documents/${coding.documentId}#coding-${coding.id}`}
          className={steps.open}
          data-passage
        >
          Open in the text <IconArrowRight size={14} aria-hidden />
        </Link>
      </div>
      <Excerpt pieces={pieces} language={document?.language ?? null} />
      {coding.memo.trim() !== '' && <RenderedMemo text={coding.memo} />}
      {outcome === 'open' ? (
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => acts.keep([item])}>
            Keep
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => acts.recode(item)}>
            Recode…
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => acts.drop(item)}>
            Drop
          </Button>
        </Group>
      ) : (
        <p className={classes.outcome} role="status">
          <IconCheck size={15} aria-hidden /> {settled(outcome, now)}
        </p>
      )}
    </li>
  );
}

function settled(outcome: Outcome, now: string): string {
  if (outcome === 'kept') return 'Kept: it stands under the present meaning.';
  return outcome === 'recoded' ? `Recoded to “${now}”.` : 'Dropped.';
}
