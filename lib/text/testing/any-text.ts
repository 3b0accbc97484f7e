import fc from 'fast-check';
import type { Span } from '../span';

/**
 * Random texts such as Concord stores (well-formed, `\n` only, no NUL, no leading byte order mark), thick with what
 * breaks programs: emoji families, flags, combining marks, right-to-left words, Indic clusters, Hangul jamo, astral
 * letters, odd spaces, invisible marks, abbreviations, speaker marks.
 */
export function anyText(options: { maxPieces?: number } = {}): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...pieces) },
    { weight: 2, arbitrary: fc.constantFrom(' ', ' ', '\n', '\n\n', '. ', '! ', ', ') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  );
  return fc.array(piece, { maxLength: options.maxPieces ?? 40 }).map((parts) => storable(parts.join('')));
}

/** A random text that is not empty, with a random span of it; the span may split clusters. */
export function anyTextWithSpan(): fc.Arbitrary<{ text: string; span: Span }> {
  return anyText()
    .filter((text) => text.length > 0)
    .chain((text) => anySpan(text.length).map((span) => ({ text, span })));
}

/** A random span inside a text of this length, which must be at least 1. */
export function anySpan(length: number): fc.Arbitrary<Span> {
  return fc
    .tuple(fc.nat(length - 1), fc.nat(length - 1))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
}

function storable(text: string): string {
  return text.replace(/\0|^\ufeff+/g, '').replace(/\r/g, '\n');
}

const pieces = [
  'word',
  'Peace',
  'and',
  'Mr.',
  'U.S.',
  '3.5',
  '1945',
  'naïve',
  'e\u0301',
  'a\u0323\u0302',
  'ﬁ',
  'İ',
  'ß',
  'мир',
  'ёлка',
  'В. В.',
  'В.Путин: ',
  '2025 г.',
  'й',
  'и\u0306',
  'їжак',
  'Question: ',
  'Vladimir Putin: ',
  'سلام',
  'می\u200cرویم',
  'كتاب',
  'کتاب',
  'مُحَمَّد',
  'ــ',
  '؟ ',
  'שָׁלוֹם',
  'צה"ל',
  '\u0600',
  '\u200f',
  'हिन्दी',
  'क्ष',
  'த',
  'ி',
  'กำ',
  '한국',
  '\u1112\u1161\u11ab',
  '中文。',
  '日本語',
  '😀',
  '👨\u200d👩\u200d👧\u200d👦',
  '🇮🇷',
  '🇷🇺🇺🇦',
  '👍🏽',
  '❤\ufe0f',
  '\u200d',
  '🏴\u{e0067}\u{e0062}\u{e007f}',
  '𝔘𝔫𝔦',
  '𐍈',
  '\t',
  '\u00a0',
  '\u3000',
  '\u2028',
  '\u00ad',
  '\u200b',
  ' \u0301',
  '\n\u0301',
  '«',
  '»',
  '“',
  '”',
  '— ',
  '- ',
  '# ',
  '> ',
  '1. ',
];
