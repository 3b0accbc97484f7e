import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestMatching } from './matching';
import { matchSpans } from './span-matching';
import type { CodedSpan } from './span-matching';

const at = (start: number, end: number, code = 'A'): CodedSpan => ({ start, end, code, documentId: 'd' });

describe('span matching', () => {
  it('wants the same code at the same place for an exact match', () => {
    const { exactF1, charF1 } = matchSpans([at(0, 10), at(20, 30, 'B')], [at(0, 10), at(20, 30)]);
    expect(exactF1.value).toBe(0.5);
    expect(charF1.value).toBe(0.5);
  });

  it('counts duplicates of one coder once', () => {
    expect(matchSpans([at(0, 10), at(0, 10)], [at(0, 10)])).toEqual(matchSpans([at(0, 10)], [at(0, 10)]));
  });

  it('takes an overlap of half the union for a match, each span once', () => {
    expect(matchSpans([at(0, 10)], [at(0, 5)]).iou50F1.value).toBe(1);
    expect(matchSpans([at(0, 10)], [at(0, 4)]).iou50F1.value).toBe(0);
    expect(matchSpans([at(0, 10)], [at(0, 9), at(1, 10)]).iou50F1.value).toBeCloseTo(2 / 3, 12);
  });

  it('finds the largest matching where taking the first fit would not', () => {
    const { iou50F1 } = matchSpans([at(0, 10), at(2, 12)], [at(1, 11), at(5, 15)]);
    expect(iou50F1.value).toBe(1);
  });

  it('never matches across documents', () => {
    expect(matchSpans([at(0, 10)], [{ ...at(0, 10), documentId: 'e' }]).exactF1.value).toBe(0);
  });

  it('is undefined when neither coder marked anything', () => {
    expect(matchSpans([], []).charF1).toEqual({ value: null, reason: 'noUnits' });
  });

  it('exact <= half overlap, both between 0 and 1, and 1 for identical coders', () => {
    const span = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 8 }), fc.constantFrom('A', 'B'))
      .map(([start, length, code]) => at(start, start + length, code));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1 }), fc.array(span), (a, b) => {
        const { exactF1, iou50F1, charF1 } = matchSpans(a, b);
        expect(exactF1.value).toBeLessThanOrEqual(iou50F1.value ?? -1);
        expect(Math.max(iou50F1.value ?? 2, charF1.value ?? 2)).toBeLessThanOrEqual(1);
        expect(matchSpans(a, a)).toMatchObject({ exactF1: { value: 1 }, iou50F1: { value: 1 }, charF1: { value: 1 } });
      }),
    );
  });
});

it('a largest matching is as large as trying everything finds', () => {
  const graph = fc.array(fc.uniqueArray(fc.nat(4), { maxLength: 3 }), { maxLength: 5 });
  fc.assert(
    fc.property(graph, (partners) => {
      expect(largestMatching(partners, 5)).toBe(largestByTrying(partners, new Set()));
    }),
  );
});

function largestByTrying([first, ...rest]: readonly (readonly number[])[], taken: ReadonlySet<number>): number {
  if (!first) return 0;
  const withFirst = first
    .filter((other) => !taken.has(other))
    .map((other) => 1 + largestByTrying(rest, new Set([...taken, other])));
  return Math.max(largestByTrying(rest, taken), ...withFirst);
}
