import type { ReaderHandle } from '@/components/reader';
import { otherSide, type Side } from '@/lib/documents';
import { beadsOf, spanOf, type Alignment } from '@/lib/documents/pairs';
import type { Span } from '@/lib/text';

/** One text as it is scrolled: the line in the window, in px from its top, on which the eye is taken to rest, and where. */
export type Pane = { reader: ReaderHandle; side: Side; eye: number; x: number };

/**
 * How far, in px, the other text must be scrolled so that what belongs together is level where the eye is. As far into
 * its blocks as the eye is in these; a block without a like on the other side is level with the end of the one before.
 */
export function offLevel(alignment: Alignment, lead: Pane, follow: Pane): number {
  const at = lead.reader.offsetAt(lead.x, lead.eye);
  if (at === null) return 0;
  const here = beadsOf(alignment, lead.side, { start: at, end: at + 1 }).first;
  const bead = alignment.beads.findLastIndex((each, index) => index <= here && hasBoth(each));
  const [own, other] = [place(lead, alignment, bead), place(follow, alignment, bead)];
  if (!own || !other) return 0;
  const share = Math.min(1, Math.max(0, (lead.eye - own.top) / Math.max(1, own.bottom - own.top)));
  return other.top + share * (other.bottom - other.top) - follow.eye;
}

/** The stretch of the other side that belongs to a place of one: where nothing does, the one before that. */
export function likeOf(alignment: Alignment, side: Side, at: number): Span | null {
  const here = beadsOf(alignment, side, { start: at, end: at + 1 }).first;
  const bead = alignment.beads.findLastIndex((each, index) => index <= here && hasBoth(each));
  return bead < 0 ? null : spanOf(alignment, otherSide(side), { first: bead, last: bead + 1 });
}

function place({ reader, side }: Pane, alignment: Alignment, bead: number) {
  const span = bead < 0 ? null : spanOf(alignment, side, { first: bead, last: bead + 1 });
  return span && reader.place(span);
}

function hasBoth({ original, translation }: Alignment['beads'][number]): boolean {
  return original.first < original.last && translation.first < translation.last;
}
