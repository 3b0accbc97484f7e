import type { Block } from '@/lib/text';

/**
 * How one kind of file becomes a document. A new kind is a file beside this one and a line in `index.ts`; the law
 * tests walk that list. `format` is what `document.add` is told, so that the server cuts the same blocks again.
 */
export type Reader = {
  format: 'text' | 'markdown';
  title: string;
  /** With the dot, in lower case. */
  extensions: readonly string[];
  /** Blocks of a normalised text; they tile it. */
  blocks(text: string): Block[];
  /** What the text calls itself, or null if it does not begin with a name. */
  titleOf(text: string, blocks: readonly Block[]): string | null;
};

/** A title is at most this long; what begins with more is a sentence, not a name. */
export const longestGuessedTitle = 120;
