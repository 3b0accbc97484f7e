import { blockIndexAt, content, trimmed, type Block, type Span } from '@/lib/text';
import { LatelyUsed } from '../lately-used';
import { align, type Bead, type Run } from './align';
import type { Anchor } from './anchors';
import { otherSide, type Side } from './pair';

type Text = { text: string; blocks: readonly Block[] };

/** How the blocks of a pair belong together, and in which bead each block lies. */
export type Alignment = { texts: Record<Side, Text>; beads: readonly Bead[]; beadOf: Record<Side, Int32Array> };

/**
 * Aligns two texts by the lengths of their blocks in characters, white space around a block not counted. What was worked out
 * lately is kept, also for the next page that shows the pair or the next table that exports it.
 */
export function alignTexts(texts: Record<Side, Text>, anchors: readonly Anchor[]): Alignment {
  let found: Alignment | null = null;
  for (const step of alignSteps(texts, anchors)) found = step;
  return found!;
}

/** The same in steps, each null but the last: long texts take a second, in which a page should answer. */
export function* alignSteps(texts: Record<Side, Text>, anchors: readonly Anchor[]): Generator<Alignment | null> {
  const lengths = { original: lengthsOf(texts.original), translation: lengthsOf(texts.translation) };
  const { original, translation } = lengths;
  const pinned = anchors.map((anchor) => `${anchor.original}/${anchor.translation}`);
  const key = `${original.join()} ${translation.join()} ${pinned.join()}`;
  const aligned = kept.get(key) ?? withPlaces(yield* align(lengths, anchors), lengths);
  kept.set(key, aligned, original.length + translation.length);
  yield { texts, ...aligned };
}

type Aligned = Pick<Alignment, 'beads' | 'beadOf'>;

/** By all that an alignment follows from, so that none is ever out of date. Measured in blocks, one of which takes some 200 bytes. */
const kept = new LatelyUsed<Aligned>(100_000);

function withPlaces(beads: readonly Bead[], { original, translation }: Record<Side, readonly number[]>): Aligned {
  const beadOf = {
    original: places(beads, 'original', original.length),
    translation: places(beads, 'translation', translation.length),
  };
  return { beads, beadOf };
}

/** The beads that a stretch of one side's text touches, `[first, last)`. */
export function beadsOf({ texts, beadOf }: Alignment, side: Side, { start, end }: Span): Run {
  const { blocks } = texts[side];
  const at = (offset: number) => beadOf[side][Math.max(0, blockIndexAt(blocks, offset))] ?? 0;
  return { first: at(start), last: at(Math.max(start, end - 1)) + 1 };
}

/** The blocks of one side in these beads, `[first, last)`; none where both are equal. */
export function blocksOf({ beads }: Alignment, side: Side, { first, last }: Run): Run {
  return { first: beads[first]?.[side].first ?? 0, last: beads[last - 1]?.[side].last ?? 0 };
}

/** The stretch of one side's text that these beads cover, without the white space around it; null where they hold nothing. */
export function spanOf(alignment: Alignment, side: Side, run: Run): Span | null {
  const { text, blocks } = alignment.texts[side];
  const { first, last } = blocksOf(alignment, side, run);
  if (first >= last) return null;
  return trimmed(text, { start: blocks[first]!.start, end: blocks[last - 1]!.end });
}

/** What stands across from a stretch of one side's text: all of the blocks that belong to those it touches. */
export function acrossFrom(alignment: Alignment, side: Side, span: Span): Span | null {
  return spanOf(alignment, otherSide(side), beadsOf(alignment, side, span));
}

function lengthsOf({ text, blocks }: Text): number[] {
  return blocks.map((block) => {
    const said = content(text, block);
    return said ? said.end - said.start : 0;
  });
}

function places(beads: readonly Bead[], side: Side, blocks: number): Int32Array {
  const found = new Int32Array(blocks);
  for (const [index, bead] of beads.entries()) found.fill(index, bead[side].first, bead[side].last);
  return found;
}
