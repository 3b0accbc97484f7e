import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { Swatch } from '@/components/codes';
import { counted } from '@/components/ui/counted';
import { Note } from '@/components/ui/note';
import steps from '@/components/ui/steps.module.css';
import type { Code, CodeVersion } from '@/lib/codebook';
import { VersionList } from '../versions/version-list';
import type { Item } from './review';
import { ReviewItem } from './review-item';
import type { ReviewActs } from './use-review';
import classes from './review.module.css';

type Props = { code: Code; items: Item[]; versions: readonly CodeVersion[]; acts: ReviewActs };

/** One code: what it has come to mean since the oldest of these codings, and the codings. */
export function ReviewGroup({ code, items, versions, acts }: Props) {
  const router = useRouter();
  const oldest = Math.min(...items.map(({ coding }) => coding.codebookVersion));
  const open = items.filter((item) => acts.outcome(item) === 'open');
  return (
    <section className={classes.group} aria-label={code.name}>
      <header className={classes.groupHead}>
        <h2 dir="auto">
          <Swatch color={code.color} /> {code.name}
        </h2>
        {open.length > 1 && (
          <Button size="compact-sm" variant="default" onClick={() => acts.keep(items)}>
            Keep {open.length === items.length ? 'all' : 'the other'} {open.length}
          </Button>
        )}
      </header>
      <details className={classes.since} open>
        <summary>What changed since version {oldest}</summary>
        <VersionList versions={versions.filter(({ version }) => version > oldest)} />
      </details>
      {code.version > (versions[0]?.version ?? code.version) && (
        <Note tone="warning">
          Its meaning has changed once more while this page was open.{' '}
          <Button size="compact-xs" variant="default" onClick={() => router.refresh()}>
            Show what changed
          </Button>
        </Note>
      )}
      <ol className={steps.list} aria-label={`${counted(items.length, 'coding')} of ${code.name}`}>
        {items.map((item) => (
          <ReviewItem key={item.coding.id} item={item} acts={acts} />
        ))}
      </ol>
    </section>
  );
}
