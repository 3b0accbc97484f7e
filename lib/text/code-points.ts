import { countWhile } from './count-while';

/**
 * Converts offsets between UTF-16 code units, which Concord counts inside, and Unicode code points, which some formats
 * ask for (REFI-QDA, brat, doccano, R, Python). This file is the only place where the two meet.
 */
export type CodePointRuler = {
  /** How many code points the text has. */
  readonly length: number;
  /** The code point offset of a UTF-16 offset; a RangeError for one past the end or inside a surrogate pair. */
  toCodePoint(offset: number): number;
  /** The UTF-16 offset of a code point offset; a RangeError for one past the end. */
  toUtf16(codePoint: number): number;
};

/**
 * Measures the text once, so that each of many conversions costs a binary search over its astral characters (emoji,
 * rare letters). A text without any is its own ruler.
 */
export function codePointRuler(text: string): CodePointRuler {
  const pairs = surrogatePairs(text);
  const length = text.length - pairs.length;
  return {
    length,
    toCodePoint(offset) {
      refuseOutside(offset, text.length, 'UTF-16 units');
      const before = countWhile(pairs.length, (index) => pairAt(pairs, index) < offset);
      if (before > 0 && pairAt(pairs, before - 1) === offset - 1) throw new RangeError(splitMessage(text, offset));
      return offset - before;
    },
    toUtf16(codePoint) {
      refuseOutside(codePoint, length, 'code points');
      return codePoint + countWhile(pairs.length, (index) => pairAt(pairs, index) - index < codePoint);
    },
  };
}

/** One conversion from UTF-16 to code points; for many in one text make a `codePointRuler`. */
export function toCodePoint(text: string, offset: number): number {
  return codePointRuler(text).toCodePoint(offset);
}

/** One conversion from code points to UTF-16; for many in one text make a `codePointRuler`. */
export function toUtf16(text: string, codePoint: number): number {
  return codePointRuler(text).toUtf16(codePoint);
}

/** The offsets of the characters that take two units, in order. */
function surrogatePairs(text: string): number[] {
  const pairs: number[] = [];
  const pair = /[\u{10000}-\u{10ffff}]/gu;
  while (pair.test(text)) pairs.push(pair.lastIndex - 2);
  return pairs;
}

function pairAt(pairs: readonly number[], index: number): number {
  return pairs[index] ?? Infinity;
}

function refuseOutside(offset: number, length: number, unit: string): void {
  if (Number.isInteger(offset) && offset >= 0 && offset <= length) return;
  throw new RangeError(`Offset ${offset} lies outside the text, which has ${length} ${unit}.`);
}

function splitMessage(text: string, offset: number): string {
  return `Offset ${offset} splits the character “${text.slice(offset - 1, offset + 1)}” (a surrogate pair).`;
}
