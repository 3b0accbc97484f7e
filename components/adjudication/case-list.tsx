import { IconCheck } from '@tabler/icons-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { decimal } from '@/components/agreement/words';
import { Swatch } from '@/components/codes';
import { useProject } from '@/components/project/provider';
import { listed } from '@/components/ui/listed';
import classes from './adjudication.module.css';
import { perPage, type Case, type Passage, type Queue } from './queue';

type Props = { queue: Queue; here: number; go: (index: number) => void; isSettled: (place: Passage) => boolean };

/** The queue: which codes each passage divides coders on, what it costs, and whether it is settled. */
export function CaseList({ queue, here, go, isSettled }: Props) {
  return (
    <nav className={classes.queue} aria-label="Differences">
      <ol start={queue.first + 1}>
        {queue.cases.map((each, index) => (
          <li key={`${each.documentId} ${each.start}`}>
            <Entry
              found={each}
              codes={queue.codes}
              current={index === here}
              settled={isSettled(each)}
              open={() => go(index)}
            />
          </li>
        ))}
      </ol>
      <Pages queue={queue} />
    </nav>
  );
}

type EntryProps = { found: Case; codes: Queue['codes']; current: boolean; settled: boolean; open: () => void };

function Entry({ found, codes, current, settled, open }: EntryProps) {
  const { documents } = useProject();
  const divided = found.codes.map(({ codeId }) => codes[codeId] ?? unknown);
  return (
    <button
      type="button"
      className={classes.entry}
      aria-current={current ? 'true' : undefined}
      data-settled={settled || undefined}
      onClick={open}
    >
      <span className={classes.entryCodes} dir="auto">
        {divided.map(({ color }, index) => (
          <Swatch key={index} color={color} />
        ))}
        {divided.length > 0 ? listed(divided.map(({ name }) => name)) : 'one coder only'}
      </span>
      <span className={classes.entryFoot}>
        <span dir="auto">{documents.get(found.documentId)?.title}</span>
        {settled ? (
          <span className={classes.settledMark}>
            <IconCheck size={13} aria-hidden /> settled
          </span>
        ) : (
          <span title="What the mean alpha of the codes loses by this passage">{`−${decimal(found.loss)}`}</span>
        )}
      </span>
    </button>
  );
}

export const unknown = { name: 'a code that was removed', color: '#868e96' };

function Pages({ queue: { all, first, named } }: { queue: Queue }) {
  const path = usePathname();
  const pages = Math.ceil(all.length / perPage);
  if (pages < 2) return null;
  const here = first / perPage + 1;
  const to = (page: number) => `${path}?page=${page}${named ? '&names=shown' : ''}`;
  return (
    <p className={classes.pages}>
      {here > 1 && <Link href={to(here - 1)}>Previous page</Link>}
      <span>{`Page ${here} of ${pages}`}</span>
      {here < pages && <Link href={to(here + 1)}>Next page</Link>}
    </p>
  );
}
