import { isBoundary } from './graphemes';
import type { Span } from './span';
import { isSpan, slice } from './span';

/** The words a coding carries beside its span, so that a text and its codings can never drift apart unnoticed. */
export function quoteOf(text: string, span: Span): string {
  return slice(text, span);
}

/**
 * Null when the span lies in the text, splits no character, and reads exactly as quoted; else a sentence that names the
 * place and the fault.
 */
export function checkQuote(text: string, span: Span, quote: string): string | null {
  const fault = checkSpan(text, span);
  if (fault) return fault;
  const found = quoteOf(text, span);
  if (found === quote) return null;
  return `${placeOf(text, span)} the text reads ${shown(found)}, not ${shown(quote)}.`;
}

/** Null when the span lies in the text, is not empty and splits no character; else a sentence that says what is wrong. */
export function checkSpan(text: string, span: Span): string | null {
  if (!isSpan(span))
    return `From ${span.start} to ${span.end} is no passage: it must begin before it ends, at whole numbers.`;
  if (!isSpan(span, text.length)) {
    return `The passage from ${span.start} to ${span.end} does not lie in the text, which ends at ${text.length}.`;
  }
  const split = [span.start, span.end].find((offset) => !isBoundary(text, offset));
  if (split === undefined) return null;
  return `${placeOf(text, span)} the passage splits a character in two, at ${split}.`;
}

/**
 * Where a quote stands, when the offsets that came with it do not fit: the one occurrence within reach of `near`.
 * Null when there is none or more than one, since then nobody can tell which was meant.
 */
export function locate(text: string, quote: string, near: number): Span | null {
  if (quote === '') return null;
  const from = Math.max(0, near - reach);
  const nearby = text.slice(from, near + reach + quote.length);
  const at = nearby.indexOf(quote);
  if (at < 0 || nearby.includes(quote, at + 1)) return null;
  const span = { start: from + at, end: from + at + quote.length };
  return checkSpan(text, span) === null ? span : null;
}

// Wrong counting of line ends or emoji moves a passage by at most about one unit per line before it.
const reach = 2000;

function placeOf(text: string, span: Span): string {
  const line = text.slice(0, span.start).split('\n').length;
  return `In line ${line}, from ${span.start} to ${span.end},`;
}

/** Long quotes are shown by their two ends; line ends as the sign for them, so that the sentence stays one line. */
function shown(quote: string): string {
  const characters = [...quote];
  const short =
    characters.length <= 60 ? quote : `${characters.slice(0, 40).join('')} … ${characters.slice(-15).join('')}`;
  return `“${short.replaceAll('\n', '↵')}”`;
}
