import type { Coding } from '@/lib/codings';
import { otherSide, type Side } from '@/lib/documents';
import { beadsOf, spanOf, type Alignment } from '@/lib/documents/pairs';
import { compareSpans, type IntervalIndex, type Span } from '@/lib/text';

/** A stretch of blocks that belong together, the codings across from it, and whether a person put it together. */
export type EchoRow = { bead: number; span: Span; codings: Coding[]; pinned: boolean };

type About = {
  alignment: Alignment;
  side: Side;
  /** The codings of the other side. */
  index: IntervalIndex<Coding>;
  shown?: ((coding: Coding) => boolean) | undefined;
};

/** What stands across from each stretch of one side in sight: one coding for all of one coder's with one code there. */
export function echoRows({ alignment, side, index, shown }: About, sight: Span): EchoRow[] {
  const { first, last } = beadsOf(alignment, side, sight);
  const rows: EchoRow[] = [];
  for (let bead = first; bead < last; bead++) {
    const run = { first: bead, last: bead + 1 };
    const [own, other] = [spanOf(alignment, side, run), spanOf(alignment, otherSide(side), run)];
    if (!own || !other) continue;
    const codings = distinct(index.within(other).filter((coding) => shown?.(coding) ?? true));
    const pinned = alignment.beads[bead]!.pinned;
    if (codings.length > 0 || pinned) rows.push({ bead, span: own, codings, pinned });
  }
  return rows;
}

function distinct(codings: Coding[]): Coding[] {
  const key = ({ codeId, coderId, layer }: Coding) => `${codeId} ${coderId} ${layer}`;
  const found = new Map<string, Coding>();
  for (const coding of codings.sort(compareSpans)) if (!found.has(key(coding))) found.set(key(coding), coding);
  return [...found.values()];
}
