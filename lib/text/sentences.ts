import type { Abbreviations } from './abbreviations';
import { abbreviationsOf } from './abbreviations';
import { segmenterFor } from './segmenter';
import type { Span } from './span';
import { trimmed } from './white-space';

/**
 * The sentences of one block, in order, without the white space around them. The platform's segmenter (UAX 29) cuts;
 * then pieces are joined again where it cut after an abbreviation, an initial or a list number, or in front of a word in
 * lower case. Line ends inside a block are wraps and never end a sentence.
 */
export function sentencesOf(text: string, block: Span, language: string | null): Span[] {
  // One space for one line end keeps every offset; the segmenter would end a sentence at each line otherwise.
  const flowing = text.slice(block.start, block.end).replace(/[\n\u0085\u2028\u2029]/g, ' ');
  const words = abbreviationsOf(language);
  const sentences: Span[] = [];
  let start = 0;
  for (const { index, segment } of segmenterFor(language, 'sentence').segment(flowing)) {
    const end = index + segment.length;
    if (end < flowing.length && goesOn(flowing, { start, end }, words)) continue;
    const sentence = trimmed(text, { start: block.start + start, end: block.start + end });
    if (sentence) sentences.push(sentence);
    start = end;
  }
  return sentences;
}

/** True when the sentence does not end with the piece. Looks only at its last letters and at the next word. */
function goesOn(flowing: string, piece: Span, words: Abbreviations): boolean {
  const next = flowing.slice(piece.end, piece.end + 40);
  if (startsLower.test(next)) return true;
  const end = flowing.slice(Math.max(piece.start, piece.end - 40), piece.end).trimEnd();
  if (isListNumber(end, piece)) return true;
  const last = lastWord.exec(end)?.groups?.['word'];
  if (!last) return false;
  const following = firstWord.exec(next)?.[0].toLowerCase() ?? '';
  if (isNumberSign(last) && /^\s*\d/u.test(next)) return true;
  const word = last.toLowerCase();
  if (words.never.has(word)) return true;
  return (words.seldom.has(word) || isInitial.test(last)) && !words.starters.has(following);
}

// A dash or a closing or opening quotation mark may stand before the word, as in «...!» — сказал он.
const startsLower = /^[\s"'“”„«»‘’()[\]–—-]*\p{Ll}/u;
const lastWord = /(?:^|[\s"'“„«‘([\u00a0-])(?<word>[\p{L}\p{M}"'’-]+(?:\.[\p{L}\p{M}]+)*)\.$/u;
const firstWord = /[\p{L}\p{M}'’]+(?!\.)/u;
const isInitial = /^(?:\p{Lu}|Дж)(?:\.\p{Lu}){0,3}$/u;

/** “1.” or “IV)” or “b)” alone is the number of the sentence after it. */
function isListNumber(end: string, piece: Span): boolean {
  return piece.end - piece.start < 40 && /^\s*\(?(?:\d{1,4}|[IVXLCivxlc]{1,6}|\p{L})[.)]$/u.test(end);
}

function isNumberSign(word: string): boolean {
  return /^(?:no|nos|art|sec|pp?|vol|ch|fig|para|ст|п|пп|стр|гл|рис|ч)$/iu.test(word);
}
