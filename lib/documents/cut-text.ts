import { createHash } from 'node:crypto';
import { cutUnits, packUnits, type Block } from '@/lib/text';

/** A text with everything that is ever cut from it: its units, once and for all, and its fingerprint. */
export type CutText = ReturnType<typeof cutText>;

/** Cuts the units of a text by its blocks. A long text takes a good part of a second. */
export function cutText(text: string, blocks: readonly Block[], language: string | null) {
  const { segmenter, word, sentence, paragraph } = cutUnits(text, blocks, language);
  const [words, sentences, paragraphs] = [word, sentence, paragraph].map((unit) => new Uint8Array(packUnits(unit)));
  return {
    text,
    blocks: [...blocks],
    segmenter,
    words: words!,
    sentences: sentences!,
    paragraphs: paragraphs!,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    length: text.length,
  };
}
