import type { Block } from './blocks';
import { content } from './blocks';
import { snap } from './graphemes';
import { segmenterFor, segmenterVersion } from './segmenter';
import { sentencesOf } from './sentences';
import type { Span } from './span';

/**
 * What coders' decisions are counted by. Each list is flat, `[start, end, start, end, ...]`, in reading order, disjoint,
 * and every unit holds at least one character that is no space. Units are cut once, when a document comes in, and stored.
 */
export type Units = {
  /** Which rules cut them: see `segmenterVersion`. */
  segmenter: string;
  word: Int32Array;
  sentence: Int32Array;
  paragraph: Int32Array;
};

/**
 * Cuts a text into words (and numbers), sentences and paragraphs. A paragraph is a block that is not blank, of any kind;
 * sentences and words never cross blocks. `language` is a BCP 47 tag, or null where nobody knows.
 */
export function cutUnits(text: string, blocks: readonly Block[], language: string | null): Units {
  const word: number[] = [];
  const sentence: number[] = [];
  const paragraph: number[] = [];
  for (const block of blocks) {
    const filled = content(text, block);
    if (!filled) continue;
    paragraph.push(filled.start, filled.end);
    for (const { start, end } of sentencesOf(text, filled, language)) sentence.push(start, end);
    pushWords(word, text, { span: filled, language });
  }
  return {
    segmenter: segmenterVersion(),
    word: Int32Array.from(word),
    sentence: Int32Array.from(sentence),
    paragraph: Int32Array.from(paragraph),
  };
}

/** The unit at a position in one of the lists. */
export function unitAt(units: Int32Array, index: number): Span {
  const start = units[2 * index];
  const end = units[2 * index + 1];
  if (start === undefined || end === undefined)
    throw new RangeError(`There is no unit ${index} in ${units.length / 2}.`);
  return { start, end };
}

function pushWords(into: number[], text: string, { span, language }: { span: Span; language: string | null }): void {
  const words = segmenterFor(language, 'word').segment(text.slice(span.start, span.end));
  for (const { index, segment, isWordLike } of words) {
    if (!isWordLike) continue;
    const start = span.start + index;
    const word = snap(text, { start, end: start + segment.length });
    // Two words in one character, which only rare signs can make, are one word.
    if (word.start < (into.at(-1) ?? 0)) into[into.length - 1] = word.end;
    else into.push(word.start, word.end);
  }
}
