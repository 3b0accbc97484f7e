import { createHash } from 'node:crypto';
import { Refusal } from '@/lib/errors';
import { content, directionOf, guessLanguage, normalise } from '@/lib/text';
import { longestText } from '../changes';
import type { Direction } from '../document';
import { decode } from './decode';
import type { Encoding } from './encodings';
import { markdown } from './markdown';
import type { Reader } from './reader';
import { text as plain } from './text';

/** Every kind of file that can be read. */
export const readers: readonly Reader[] = [plain, markdown];

/** A file as it would be imported: for people to look at and correct before it is. */
export type ReadFile = {
  text: string;
  format: Reader['format'];
  encoding: Encoding;
  /** Nothing in the file says its encoding: somebody should look at the words. */
  guessed: boolean;
  title: string;
  language: string | null;
  direction: Direction;
  blocks: number;
  /** As the imported document will carry it: shows a text that is already in the project. */
  sha256: string;
};

/** What a file is read as: its name, and the encoding if somebody chose one. */
export type Reading = { name: string; encoding?: Encoding | null };

/** Reads a file of any kind in `readers`; what is none of them, or holds no words, is refused in words. */
export function readFile(bytes: Uint8Array, { name, encoding = null }: Reading): ReadFile {
  const reader = readerFor(name);
  if (bytes.length === 0) throw new Refusal('unreadable', 'This file is empty.');
  const decoded = decode(bytes, encoding);
  const { text } = normalise(decoded.raw);
  refuseUnfit(text);
  const blocks = reader.blocks(text);
  return {
    text,
    format: reader.format,
    encoding: decoded.encoding,
    guessed: decoded.guessed,
    title: (reader.titleOf(text, blocks) ?? nameWithoutEnding(name, reader)).slice(0, 300),
    language: guessLanguage(text),
    direction: directionOf(text),
    blocks: blocks.filter((block) => content(text, block)).length,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
  };
}

/** The reader of a file's ending; none refuses, saying which there are. */
export function readerFor(name: string): Reader {
  const ending = /\.[^.]*$/.exec(name.toLowerCase())?.[0] ?? '';
  const reader = readers.find(({ extensions }) => extensions.includes(ending));
  if (reader) return reader;
  const known = readers.flatMap(({ extensions }) => extensions).join(', ');
  throw new Refusal('unreadable', `Files of this type cannot be read yet; these can: ${known}. Save it as plain text, or paste its words.`);
}

function refuseUnfit(text: string): void {
  if (!/[^\s\u200b-\u200f\u2060\u180e\u00ad]/u.test(text)) throw new Refusal('unreadable', 'This file holds no text: it is blank.');
  if (text.length <= longestText) return;
  const most = longestText.toLocaleString('en');
  throw new Refusal('unreadable', `This text is longer than a document may be (${most} characters). Please split it.`);
}

function nameWithoutEnding(name: string, { extensions }: Reader): string {
  const ending = extensions.find((each) => name.toLowerCase().endsWith(each)) ?? '';
  const bare = name.slice(0, name.length - ending.length).replace(/[\p{C}]/gu, '').trim();
  return bare || 'Untitled';
}
