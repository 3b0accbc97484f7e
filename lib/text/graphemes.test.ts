import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBoundary, nextBoundary, previousBoundary, snap } from './graphemes';
import { anyText, anyTextWithSpan } from './testing/any-text';

/** All boundaries of a text, by segmenting the whole of it. */
function boundariesOf(text: string): number[] {
  const segments = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)];
  return [...segments.map(({ index }) => index), text.length];
}

describe('grapheme boundaries', () => {
  const clusters = {
    'a family': '👨\u200d👩\u200d👧\u200d👦',
    'a flag': '🇮🇷',
    'a flag of England': '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    'a thumb with a skin': '👍🏽',
    'a decomposed é': 'e\u0301',
    'a Hindi conjunct': 'क्षि',
    'a Hangul syllable in parts': '\u1112\u1161\u11ab',
    'an Arabic number sign with its digit': '\u06001',
  };
  for (const [name, cluster] of Object.entries(clusters)) {
    it(`do not fall inside ${name}`, () => {
      const text = `a${cluster}b`;
      const inside = Array.from({ length: cluster.length - 1 }, (_, index) => index + 2);
      expect(inside.filter((offset) => isBoundary(text, offset))).toEqual([]);
      expect([isBoundary(text, 1), isBoundary(text, cluster.length + 1)]).toEqual([true, true]);
    });
  }

  it('part a row of flags in pairs', () => {
    expect(boundariesOf('🇷🇺🇺🇦🇮🇷')).toEqual([0, 4, 8, 12]);
    expect([2, 4, 6, 8, 10].map((offset) => isBoundary('🇷🇺🇺🇦🇮🇷', offset))).toEqual([false, true, false, true, false]);
  });

  it('are those that segmenting the whole text gives', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);
        expect(offsets.filter((offset) => isBoundary(text, offset))).toEqual([...new Set(boundariesOf(text))]);
      }),
      { numRuns: 300 },
    );
  });

  it('lead forwards through all of them, and backwards through the same', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const forwards = [0];
        while ((forwards.at(-1) ?? 0) < text.length) forwards.push(nextBoundary(text, forwards.at(-1) ?? 0));
        const backwards = [text.length];
        while ((backwards.at(-1) ?? 0) > 0) backwards.push(previousBoundary(text, backwards.at(-1) ?? 0));
        expect(forwards).toEqual([...new Set(boundariesOf(text))]);
        expect(backwards.reverse()).toEqual(forwards);
      }),
    );
  });

  it('survive a letter with 21,000 marks', () => {
    const text = `x a${'\u0301'.repeat(21_000)}b`;
    expect(previousBoundary(text, 10_000)).toBe(2);
    expect(nextBoundary(text, 10_000)).toBe(21_003);
    expect(snap(text, { start: 10_000, end: 10_001 })).toEqual({ start: 2, end: 21_003 });
  });

  it('are none outside the text', () => {
    expect([isBoundary('ab', -1), isBoundary('ab', 3)]).toEqual([false, false]);
    expect([previousBoundary('ab', 0), nextBoundary('ab', 2)]).toEqual([0, 2]);
  });
});

describe('snapping', () => {
  it('widens a span to the nearest boundaries and no further', () => {
    fc.assert(
      fc.property(anyTextWithSpan(), ({ text, span }) => {
        const all = boundariesOf(text);
        expect(snap(text, span)).toEqual({
          start: all.findLast((boundary) => boundary <= span.start),
          end: all.find((boundary) => boundary >= span.end),
        });
      }),
    );
  });
});
