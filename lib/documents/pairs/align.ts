import { byPlace, type Anchor } from './anchors';
import { alignPart } from './align-part';
import type { Side } from './pair';

/** Blocks of one side, `[first, last)`, by their positions in the list of its blocks. */
export type Run = { first: number; last: number };

/** Blocks that belong together. One side is empty where the other has something that was left out or added. */
export type Bead = Record<Side, Run> & {
  /** True where a person put them together. */
  pinned: boolean;
};

/**
 * Aligns the blocks of two texts, told by their lengths in characters. Every block lies in exactly one bead, and beads
 * follow each other as the blocks do on both sides. What anchors name stays together; between them each part is aligned
 * on its own, so that a correction mends all that follows it and disturbs nothing on its other side. In steps, since the longest
 * texts take a second.
 */
export function* align(lengths: Lengths, anchors: readonly Anchor[]): Generator<null, Bead[]> {
  return yield* alignAt(yield* ratioOf(lengths), lengths, anchors);
}

type Lengths = Record<Side, readonly number[]>;

function* alignAt(ratio: number, lengths: Lengths, anchors: readonly Anchor[]): Generator<null, Bead[]> {
  const beads: Bead[] = [];
  const ends = { original: lengths.original.length, translation: lengths.translation.length };
  for (const pinned of [...pinnedBeads(anchors), null]) {
    const last = beads.at(-1);
    const from = { original: last?.original.last ?? 0, translation: last?.translation.last ?? 0 };
    const part = {
      original: lengths.original.slice(from.original, pinned?.original.first ?? ends.original),
      translation: lengths.translation.slice(from.translation, pinned?.translation.first ?? ends.translation),
    };
    for (const bead of yield* alignPart(part, ratio)) beads.push({ ...moved(bead, from), pinned: false });
    if (pinned) beads.push(pinned);
  }
  return beads;
}

/** Anchors that share a block, or have one between them, make one bead. */
function pinnedBeads(anchors: readonly Anchor[]): Bead[] {
  const beads: Bead[] = [];
  for (const { original, translation } of [...anchors].sort(byPlace)) {
    const last = beads.at(-1);
    const own = { original: one(original), translation: one(translation), pinned: true };
    const shared = last && (original < last.original.last || translation < last.translation.last);
    if (shared)
      beads[beads.length - 1] = {
        ...own,
        original: joined(last.original, own.original),
        translation: joined(last.translation, own.translation),
      };
    else beads.push(own);
  }
  return beads;
}

/**
 * Characters of the translation for each of the original: the paper's c. It found 1.1 for English with German and went
 * with 1; for English with Persian or Chinese that would not do, so it is taken from the texts themselves: from all of
 * them, and then from the beads that so come to have both sides, since what was left out or added says nothing of it.
 * Anchors have no part in it, or else a correction would move what lies beyond its neighbours.
 */
function* ratioOf(lengths: Lengths): Generator<null, number> {
  const first = ratio(sum(lengths.original), sum(lengths.translation));
  const beads = yield* alignAt(first, lengths, []);
  const both = beads.filter((bead) => sizeOf(bead.original) > 0 && sizeOf(bead.translation) > 0);
  const total = (side: Side) => sum(both.map((bead) => sum(lengths[side].slice(bead[side].first, bead[side].last))));
  return ratio(total('original'), total('translation'));
}

function ratio(original: number, translation: number): number {
  return original === 0 || translation === 0 ? 1 : translation / original;
}

function sizeOf({ first, last }: Run): number {
  return last - first;
}

function moved({ original, translation }: Record<Side, Run>, by: Record<Side, number>): Record<Side, Run> {
  return { original: shifted(original, by.original), translation: shifted(translation, by.translation) };
}

function shifted({ first, last }: Run, by: number): Run {
  return { first: first + by, last: last + by };
}

function one(block: number): Run {
  return { first: block, last: block + 1 };
}

function joined(a: Run, b: Run): Run {
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
