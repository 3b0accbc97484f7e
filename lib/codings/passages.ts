import { blockIndexAt, content, sentencesOf, trimmed, type Block, type Span } from '@/lib/text';

/** How far a coding of found words reaches: the words alone, or the sentence or paragraph that holds them. */
export const extents = ['words', 'sentence', 'paragraph'] as const;
export type Extent = (typeof extents)[number];

/** A passage to be coded, and the first of the finds in it. */
export type Passage = Span & { hit: Span };

type Source = { text: string; blocks: readonly Block[]; language: string | null };

/**
 * The passages that finds stand for, in reading order and each once, without the white space around them. Finds come in
 * reading order. One that runs over the end of a sentence or paragraph stands for all that it touches.
 */
export function passagesOf(source: Source, hits: readonly Span[], extent: Extent): Passage[] {
  const passages: Passage[] = [];
  const cut = { ...source, sentences: new Map<number, Span[]>() };
  for (const hit of hits) {
    const span = trimmed(source.text, reach(cut, hit, extent));
    const last = passages.at(-1);
    if (span && !(last && last.start === span.start && last.end === span.end)) passages.push({ ...span, hit });
  }
  return passages;
}

/** A text of which each block's sentences are cut once: a block may be a whole speech. */
type Cut = Source & { sentences: Map<number, Span[]> };

function reach(cut: Cut, hit: Span, extent: Extent): Span {
  if (extent === 'words') return hit;
  const around = extent === 'sentence' ? sentenceAt : paragraphAt;
  const first = around(cut, hit.start) ?? hit;
  const last = around(cut, hit.end - 1) ?? hit;
  return { start: Math.min(first.start, hit.start), end: Math.max(last.end, hit.end) };
}

/** Null in the white space between two sentences. */
function sentenceAt({ text, blocks, language, sentences }: Cut, offset: number): Span | null {
  const index = blockIndexAt(blocks, offset);
  const block = blocks[index];
  const all = sentences.get(index) ?? (block ? sentencesOf(text, block, language) : []);
  sentences.set(index, all);
  return all.find(({ start, end }) => start <= offset && offset < end) ?? null;
}

function paragraphAt({ text, blocks }: Cut, offset: number): Span | null {
  const block = blocks[blockIndexAt(blocks, offset)];
  return block ? content(text, block) : null;
}
