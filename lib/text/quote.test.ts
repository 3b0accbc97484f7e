import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snap } from './graphemes';
import { checkQuote, checkSpan, locate, quoteOf } from './quote';
import { anyTextWithSpan } from './testing/any-text';

const text = 'We want peace.\nThey want peace 👨\u200d👩\u200d👧 too.';

describe('a quote', () => {
  it('fits the span it was taken from', () => {
    fc.assert(
      fc.property(anyTextWithSpan(), ({ text, span }) => {
        const whole = snap(text, span);
        expect(checkQuote(text, whole, quoteOf(text, whole))).toBeNull();
      }),
    );
  });

  it('that does not fit is named with its place and both readings', () => {
    expect(checkQuote(text, { start: 20, end: 24 }, 'need')).toBe(
      'In line 2, from 20 to 24, the text reads “want”, not “need”.',
    );
    expect(checkQuote(text, { start: 13, end: 19 }, 'x')).toContain('reads “.↵They”, not');
  });

  it('that is long is shown by its ends', () => {
    const long = 'a'.repeat(50) + 'b'.repeat(50);
    expect(checkQuote(long, { start: 0, end: 100 }, 'c')).toContain(`“${'a'.repeat(40)} … ${'b'.repeat(15)}”`);
  });
});

describe('a span', () => {
  it('is faulted when it is empty, leaves the text or splits a character', () => {
    expect(checkSpan(text, { start: 3, end: 3 })).toContain('it must begin before it ends');
    expect(checkSpan(text, { start: 3, end: 999 })).toBe(
      `The passage from 3 to 999 does not lie in the text, which ends at ${text.length}.`,
    );
    expect(checkSpan(text, { start: 31, end: 33 })).toBe(
      'In line 2, from 31 to 33, the passage splits a character in two, at 33.',
    );
    expect(checkSpan(text, { start: 31, end: 39 })).toBeNull();
  });
});

describe('locating a quote whose offsets do not fit', () => {
  it('finds it when it stands once nearby', () => {
    expect(locate(text, 'They', 2)).toEqual({ start: 15, end: 19 });
    expect(locate(`${'x'.repeat(9000)}peace${'x'.repeat(9000)}peace`, 'peace', 9100)).toEqual({
      start: 9000,
      end: 9005,
    });
  });

  it('finds nothing when there are two, none, none nearby, or nothing to find', () => {
    expect(locate(text, 'peace', 8)).toBeNull();
    expect(locate('aaa', 'aa', 0)).toBeNull();
    expect(locate(text, 'war', 8)).toBeNull();
    expect(locate(`${'x'.repeat(9000)}peace`, 'peace', 0)).toBeNull();
    expect(locate(text, '', 8)).toBeNull();
  });

  it('never returns half of a character', () => {
    expect(locate(text, '👨', 30)).toBeNull();
  });
});
