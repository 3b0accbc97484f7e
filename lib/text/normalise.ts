import { Refusal } from '@/lib/errors';
import { countWhile } from './count-while';

/** A text as Concord keeps it, and the way from positions in what was imported to positions in what is kept. */
export type Normalised = {
  text: string;
  /** The stored offset of an offset (UTF-16) in the raw text. Both sides of a dropped unit map to one place. */
  toStored(offset: number): number;
};

/**
 * Makes line ends `\n` and drops a leading byte order mark; nothing else changes, not even Unicode normal form, so that
 * positions given by others stay meaningful. NUL and lone surrogates are refused, because neither the database nor any
 * export format can carry them.
 */
export function normalise(raw: string): Normalised {
  refuseUnstorable(raw);
  const dropped = droppedUnits(raw);
  const text = raw.slice(startsWithMark(raw) ? 1 : 0).replace(/\r\n?/g, '\n');
  return {
    text,
    toStored: (offset) => offset - countWhile(dropped.length, (index) => (dropped[index] ?? Infinity) < offset),
  };
}

/** Where a unit disappears: the byte order mark, and the CR of each CRLF (a lone CR becomes LF and keeps its place). */
function droppedUnits(raw: string): number[] {
  const dropped = startsWithMark(raw) ? [0] : [];
  for (let at = raw.indexOf('\r\n'); at >= 0; at = raw.indexOf('\r\n', at + 2)) dropped.push(at);
  return dropped;
}

function startsWithMark(raw: string): boolean {
  return raw.charCodeAt(0) === 0xfeff;
}

function refuseUnstorable(raw: string): void {
  if (raw.isWellFormed() && !raw.includes('\0')) return;
  const at = raw.search(unstorable);
  const fault = raw[at] === '\0' ? 'a NUL character' : 'half of a character (a lone surrogate)';
  throw new Refusal(
    'unreadable',
    `${placeOf(raw, at)} there is ${fault}, which no text may hold. Remove it, or save the document again as UTF-8.`,
  );
}

// With the u flag a surrogate class matches only the lone ones.
const unstorable = /[\0\p{Surrogate}]/u;

/** Line, column and number of the character at `at`, each counted from 1 in whole characters, as an editor shows them. */
function placeOf(raw: string, at: number): string {
  const before = raw.slice(startsWithMark(raw) ? 1 : 0, at).replace(/\r\n?/g, '\n');
  const lines = before.split('\n');
  const column = characters(lines.at(-1) ?? '') + 1;
  return `In line ${lines.length}, column ${column} (character ${characters(before) + 1})`;
}

function characters(text: string): number {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
}
