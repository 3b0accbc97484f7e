import { countWhile } from './count-while';
import type { Span } from './span';
import { trimmed } from './white-space';

export const blockKinds = ['heading', 'paragraph', 'list-item', 'quote', 'table-cell', 'speaker-turn'] as const;

/**
 * One piece of a document's structure. Blocks *tile* their text: the first starts at 0, each starts where the one
 * before ends, the last ends at the text's end. The white space between two blocks belongs to the first of them.
 */
export type Block = {
  kind: (typeof blockKinds)[number];
  start: number;
  end: number;
  /** Depth of a heading or list item, 1 being the outermost. */
  level?: number;
  /** Who speaks in a speaker turn, as the text has it, without the colon. */
  speaker?: string;
};

/** What a block says, without the white space around it; null for a blank block. */
export function content(text: string, block: Span): Span | null {
  return trimmed(text, block);
}

/** The position, in a list of tiling blocks, of the block that holds the offset; -1 past the end. */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
  const before = countWhile(blocks.length, (index) => (blocks[index]?.end ?? Infinity) <= offset);
  return offset >= 0 && before < blocks.length ? before : -1;
}

/** Null when the blocks tile the text, else a sentence that names the first fault. An empty text has no blocks. */
export function checkTiling(text: string, blocks: readonly Block[]): string | null {
  let expected = 0;
  for (const [index, { start, end }] of blocks.entries()) {
    if (start !== expected)
      return `Block ${index + 1} starts at ${start}, but the blocks before it end at ${expected}.`;
    if (!(end > start)) return `Block ${index + 1} is empty: it starts at ${start} and ends at ${end}.`;
    expected = end;
  }
  if (expected === text.length) return null;
  return `The blocks end at ${expected}, but the text ends at ${text.length}.`;
}

/**
 * Blocks from the places where they begin, in order. The first begins at 0 wherever its own start lies, so that leading
 * white space has an owner; of several that begin at one place the last counts.
 */
export function tile(text: string, beginnings: readonly Omit<Block, 'end'>[]): Block[] {
  const kept = beginnings.filter((block, index) => beginnings[index + 1]?.start !== block.start);
  return kept.map((block, index) => ({
    ...block,
    start: index === 0 ? 0 : block.start,
    end: kept[index + 1]?.start ?? text.length,
  }));
}
