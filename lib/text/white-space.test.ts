import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isBoundary } from './graphemes';
import { slice } from './span';
import { anyTextWithSpan } from './testing/any-text';
import { isSpace, trimmed } from './white-space';

it('calls space what the platform calls space, for every code unit', () => {
  const units = Array.from({ length: 0x10000 }, (_, unit) => unit);
  expect(units.filter(isSpace)).toEqual(units.filter((unit) => /\s/.test(String.fromCharCode(unit))));
});

it('trims as the platform trims, but never splits a space from the mark on it', () => {
  fc.assert(
    fc.property(anyTextWithSpan(), ({ text, span }) => {
      const rest = trimmed(text, span);
      const plain = slice(text, span).trim();
      expect(rest === null).toBe(plain === '');
      if (!rest) return;
      expect(slice(text, rest).trim()).toBe(plain);
      expect(rest.start === span.start || isBoundary(text, rest.start)).toBe(true);
      expect(rest.end === span.end || isBoundary(text, rest.end)).toBe(true);
    }),
  );
});
