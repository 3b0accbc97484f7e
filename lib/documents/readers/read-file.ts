import { createHash } from 'node:crypto';
import { Refusal } from '@/lib/errors';
import { directionOf, guessLanguage, normalise, type Block } from '@/lib/text';
import { longestText } from '../changes';
import type { Direction } from '../document';
import type { FileProperties } from '../found-values';
import { docx } from './docx';
import type { Encoding } from './encodings';
import { epub } from './epub';
import { html } from './html';
import { markdown } from './markdown';
import { odt } from './odt';
import { pdf } from './pdf';
import type { Reader } from './reader';
import { rtf } from './rtf';
import { subtitles } from './subtitles';
import { tableEndings } from './table/read-table';
import { text as plain } from './text';

/** Every kind of file that can be read. */
export const readers: readonly Reader[] = [plain, markdown, docx, odt, rtf, pdf, html, epub, subtitles];

/** A file as it would be imported: for people to look at and correct before it is. */
export type ReadFile = {
  text: string;
  blocks: Block[];
  warnings: string[];
  format: string;
  /** Null where the format has its own way of writing characters. */
  encoding: Encoding | null;
  /** Nothing in the file says its encoding: somebody should look at the words. */
  guessed: boolean;
  title: string;
  language: string | null;
  direction: Direction;
  /** What the file says of itself, each at most a line. */
  properties: FileProperties;
  /** As the imported document will carry it: shows a text that is already in the project. */
  sha256: string;
};

/** What a file is read as: its name, and the encoding if somebody chose one. */
export type Reading = { name: string; encoding?: Encoding | null };

/** Reads a file of any kind in `readers`; what is none of them, or holds no words, is refused in words. */
export async function readFile(bytes: Uint8Array, { name, encoding = null }: Reading): Promise<ReadFile> {
  const reader = readerFor(name);
  if (bytes.length === 0) throw new Refusal('unreadable', 'This file is empty.');
  const read = await reader.read(bytes, encoding);
  const { text } = normalise(read.text);
  refuseUnfit(text);
  return {
    ...read,
    text,
    properties: onLines(read.properties ?? {}),
    format: reader.format,
    title: (read.title ?? nameWithoutEnding(name, reader)).slice(0, 300),
    language: guessLanguage(text),
    direction: directionOf(text),
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
  };
}

function onLines(properties: FileProperties): FileProperties {
  const lines = Object.entries(properties).map(([name, value]) => [
    name,
    value
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 300)
      .toWellFormed(),
  ]);
  return Object.fromEntries(lines.filter(([, value]) => value !== ''));
}

/** The reader of a file's ending; none refuses, saying which there are. */
export function readerFor(name: string): Reader {
  const ending = /\.[^.]*$/.exec(name.toLowerCase())?.[0] ?? '';
  const reader = readers.find(({ extensions }) => extensions.includes(ending));
  if (reader) return reader;
  if (ending === '.doc')
    throw new Refusal(
      'unreadable',
      'This is an old Word document (.doc). Open it in Word or LibreOffice and save it as .docx.',
    );
  if (tableEndings.some((each) => each === ending))
    throw new Refusal(
      'unreadable',
      'This is a table, which may hold a document per row. Add it alone, not with other files: then you can say what its columns are.',
    );
  const known = readers.flatMap(({ extensions }) => extensions).join(', ');
  throw new Refusal(
    'unreadable',
    `Files of this type cannot be read; these can: ${known}. Save its text as one of these, or paste its words.`,
  );
}

function refuseUnfit(text: string): void {
  if (!/[^\s\u200b-\u200f\u2060\u180e\u00ad]/u.test(text))
    throw new Refusal('unreadable', 'This file holds no text: it is blank.');
  if (text.length <= longestText) return;
  const most = longestText.toLocaleString('en');
  throw new Refusal('unreadable', `This text is longer than a document may be (${most} characters). Please split it.`);
}

function nameWithoutEnding(name: string, { extensions }: Reader): string {
  const ending = extensions.find((each) => name.toLowerCase().endsWith(each)) ?? '';
  const own =
    name
      .slice(0, name.length - ending.length)
      .split(/[\\/]/)
      .at(-1) ?? '';
  const bare = own.replace(/[\p{C}]/gu, '').trim();
  return bare || 'Untitled';
}
