import type { Block } from '@/lib/text';
import type { FileProperties } from '../found-values';
import type { Encoding } from './encodings';

/** What a reader makes of a file's bytes. */
export type ReadText = {
  /** Line ends are `\n`, no byte order mark leads, nothing else was altered. */
  text: string;
  /** They tile the text. */
  blocks: Block[];
  /** Whole sentences about what was left out, guessed or may be wrong: shown before anything is stored. */
  warnings: string[];
  /** What the text calls itself, or null if it does not begin with a name. */
  title: string | null;
  /** What the file says of itself beside its words; left out by formats that say nothing. */
  properties?: FileProperties;
  /** The encoding of a text file; null where the format has its own way. */
  encoding: Encoding | null;
  /** Nothing in the file says its encoding: somebody should look at the words. */
  guessed: boolean;
};

/**
 * How one kind of file becomes a document. A new kind is a file beside this one and a line in `index.ts`; the law
 * tests walk that list. A reader refuses in words what it cannot read, fetches nothing, and keeps nothing but words:
 * it runs in a thread of its own whose memory and time are limited (`isolate.ts`).
 */
export type Reader = {
  format: string;
  title: string;
  /** With the dot, in lower case. */
  extensions: readonly string[];
  /** `asked` is the encoding somebody chose after seeing the words; formats that have their own pay it no heed. */
  read(bytes: Uint8Array, asked: Encoding | null): ReadText | Promise<ReadText>;
};
