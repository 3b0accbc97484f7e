import { isBoundary, nextBoundary, previousBoundary } from './graphemes';
import type { Span } from './span';

/**
 * White space as JavaScript's `\s` and `trim` have it, by UTF-16 code unit. It is the one meaning of "space" in
 * Concord: units hold at least one character that is none, and a coding that covers only spaces touches no unit.
 */
export function isSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0xa0) return false;
  return unit === 0xa0 || (unit >= 0x1680 && spaces.includes(unit)) || (unit >= 0x2000 && unit <= 0x200a);
}

const spaces = [0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff];

/**
 * The stretch without its outer white space, or null when it is nothing else. A space that carries a combining mark is
 * kept whole, so that the result never splits a grapheme cluster; it never leaves the stretch it was given.
 */
export function trimmed(text: string, stretch: Span): Span | null {
  let { start, end } = stretch;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  if (start === end) return null;
  if (!isBoundary(text, start)) start = Math.max(stretch.start, previousBoundary(text, start));
  if (!isBoundary(text, end)) end = Math.min(stretch.end, nextBoundary(text, end));
  return { start, end };
}
