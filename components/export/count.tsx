import classes from './export.module.css';
import type { CountState } from './use-count';

/** How much a download would hold, in a sentence that changes as one chooses. */
export function Count({ count: { counted, waiting, fault } }: { count: CountState }) {
  return (
    <p className={classes.count} role="status" data-waiting={waiting || undefined}>
      {fault ?? (counted ? sentence(counted) : 'Counting…')}
    </p>
  );
}

function sentence({ codings, documents }: { codings: number; documents: number }): string {
  if (codings === 0) return 'No codings match. The table would hold its header alone.';
  return `${amount(codings, 'coding')} in ${amount(documents, 'document')}.`;
}

function amount(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
