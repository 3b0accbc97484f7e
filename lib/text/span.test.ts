import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from './span';
import { compareSpans, contains, intersection, isSpan, overlaps, shift, slice, union } from './span';
import { anySpan } from './testing/any-text';

const span = (start: number, end: number): Span => ({ start, end });

/** The offsets that spans cover, the slow way. */
function covered(spans: Span[]): Set<number> {
  return new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)));
}

describe('a span', () => {
  it('is two whole numbers with something between them', () => {
    expect(isSpan(span(0, 1))).toBe(true);
    for (const no of [span(1, 1), span(2, 1), span(-1, 1), span(0.5, 2), span(0, NaN), span(0, Infinity)]) {
      expect(isSpan(no)).toBe(false);
    }
  });

  it('ends no later than its text', () => {
    expect(isSpan(span(0, 5), 5)).toBe(true);
    expect(isSpan(span(0, 6), 5)).toBe(false);
  });

  it('slices what it covers, also after moving with its text', () => {
    expect(slice('peace and war', span(6, 9))).toBe('and');
    expect(slice('>> peace and war', shift(span(6, 9), 3))).toBe('and');
  });
});

describe('two spans', () => {
  it('do not overlap when they merely touch', () => {
    expect(overlaps(span(0, 3), span(3, 5))).toBe(false);
    expect(intersection(span(0, 3), span(3, 5))).toBeNull();
  });

  it('overlap exactly when an offset lies in both, and their intersection is those offsets', () => {
    fc.assert(
      fc.property(anySpan(12), anySpan(12), (a, b) => {
        const both = new Set([...covered([a])].filter((offset) => covered([b]).has(offset)));
        const shared = intersection(a, b);
        expect(overlaps(a, b)).toBe(both.size > 0);
        expect(covered(shared ? [shared] : [])).toEqual(both);
        expect(contains(a, b)).toBe(both.size === b.end - b.start);
      }),
    );
  });

  it('stand in reading order, the outer before the inner', () => {
    const sorted = [span(4, 5), span(0, 2), span(0, 9)].sort(compareSpans);
    expect(sorted).toEqual([span(0, 9), span(0, 2), span(4, 5)]);
  });
});

describe('a union', () => {
  it('joins spans that overlap or touch', () => {
    expect(union([span(5, 7), span(0, 3), span(3, 5), span(9, 10)])).toEqual([span(0, 7), span(9, 10)]);
  });

  it('covers what its parts cover, with gaps between all its spans', () => {
    fc.assert(
      fc.property(fc.array(anySpan(30), { maxLength: 8 }), (spans) => {
        const joined = union(spans);
        expect(covered(joined)).toEqual(covered(spans));
        joined.slice(1).forEach((later, index) => expect(later.start).toBeGreaterThan(joined[index]?.end ?? 0));
      }),
    );
  });

  it('leaves the spans it was given alone', () => {
    const given = [span(0, 3), span(2, 5)];
    union(given);
    expect(given).toEqual([span(0, 3), span(2, 5)]);
  });
});
