import type { Folded, FoldOptions } from './fold';
import { fold, isMark } from './fold';
import { snap } from './graphemes';
import type { Span } from './span';

/**
 * All places where a text holds the query, word for word but for what `fold` overlooks, in reading order and without
 * overlap. White space in the query stands for any white space, line ends included. A blank query finds nothing.
 */
export function findAll(text: string, query: string, options: FoldOptions = {}): Span[] {
  return finder(text, options)(query);
}

/** Folds a text once for many queries, as a search field needs that asks again at each letter. */
export function finder(text: string, options: FoldOptions = {}): (query: string) => Span[] {
  const folded = fold(text, options);
  return (query) => {
    const wanted = fold(query, options).text;
    return wanted.trim() === '' ? [] : occurrences(folded, wanted).reduce(disjoint(text), []);
  };
}

/**
 * True where a find is not the middle of a longer word: “war” in “war.” but not in “warm”. Scripts that write without
 * spaces (Chinese, Japanese, Thai and their neighbours) show no ends of words, so there every find counts.
 */
export function isWholeWord(text: string, { start, end }: Span): boolean {
  return !goesOn(text, start) && !goesOn(text, end);
}

function goesOn(text: string, at: number): boolean {
  const [before, after] = [characterBefore(text, at), text.slice(at, at + 2)];
  return ofWord.test(before) && startsWord.test(after) && !unspaced.test(before) && !unspaced.test(after);
}

function characterBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - 2), at);
}

const ofWord = /[\p{L}\p{N}\p{M}_\u200c\u200d]$/u;
const startsWord = /^[\p{L}\p{N}\p{M}_\u200c\u200d]/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function occurrences(folded: Folded, wanted: string): Span[] {
  const found: Span[] = [];
  let at = folded.text.indexOf(wanted);
  while (at >= 0) {
    const end = at + wanted.length;
    const isWhole = wanted.endsWith(' ') || !isMark(folded.text[end] ?? ''); // “e” is not the beginning of “é”
    if (isWhole) found.push({ start: folded.starts[at] ?? 0, end: folded.ends[end - 1] ?? 0 });
    at = folded.text.indexOf(wanted, isWhole ? end : at + 1);
  }
  return found;
}

/** Widens each find to whole characters; should that make it meet the one before, the earlier stays. */
function disjoint(text: string): (spans: Span[], found: Span) => Span[] {
  return (spans, found) => {
    const span = snap(text, found);
    if (span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span);
    return spans;
  };
}
