import { compareSpans, type Placed } from '@/lib/text';
import { countWhile } from '@/lib/text/count-while';

type From = { caret: number; activeId: string | null };

/** Reading order; codings of one span keep to the order of their ids. */
export function byPlace(a: Placed, b: Placed): number {
  return compareSpans(a, b) || (a.id < b.id ? -1 : 1);
}

/** The shortest first: of several codings at a place, that is the one most likely meant. */
export function byLength(a: Placed, b: Placed): number {
  return a.end - a.start - (b.end - b.start) || byPlace(a, b);
}

/**
 * The next (1) or previous (-1) of the codings, which come in reading order: counted from the singled-out one while
 * the caret stands in it, else from the caret. Null at either end.
 */
export function stepFrom<T extends Placed>(
  ordered: readonly T[],
  direction: 1 | -1,
  { caret, activeId }: From,
): T | null {
  const at = ordered.findIndex(({ id }) => id === activeId);
  const active = ordered[at];
  if (active && active.start <= caret && caret <= active.end) return ordered[at + direction] ?? null;
  const before = countWhile(ordered.length, (index) => (ordered[index]?.start ?? Infinity) < caret);
  return ordered[direction === 1 ? before : before - 1] ?? null;
}

/** The one after the singled-out one among the codings at a place, the shortest first; round again after the last. */
export function cycled<T extends Placed>(here: readonly T[], activeId: string | null): T | null {
  const ordered = [...here].sort(byLength);
  const at = ordered.findIndex(({ id }) => id === activeId);
  return ordered[(at + 1) % ordered.length] ?? null;
}
