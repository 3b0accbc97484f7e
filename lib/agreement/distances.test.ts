import { describe, expect, it } from 'vitest';
import { interval, ordinal, ratio } from './distances';
import type { Distance } from './distances';
import { jaccard, masi } from './set-distances';
import type { Table } from './table';

const empty = { coders: [], patterns: [], margins: null, pairs: null };
const sets: Table = {
  ...empty,
  categories: ['', 'A', 'AB', 'AC', 'B', 'ABC'],
  scale: null,
  sets: [[], ['A'], ['A', 'B'], ['A', 'C'], ['B'], ['A', 'B', 'C']],
};
const numbers: Table = { ...empty, categories: ['10', '0', '2'], scale: [10, 0, 2], sets: null };

/** The distance itself; these tables have what each metric needs. */
function made(distance: Distance | string): Distance {
  if (typeof distance === 'string') throw new Error(distance);
  return distance;
}

describe('distances of sets', () => {
  it('MASI is the one of Passonneau (2006): equal, part of, overlapping, disjoint', () => {
    const distance = made(masi(sets));
    expect(distance(2, 2)).toBe(0);
    expect(distance(1, 2)).toBeCloseTo(1 - (1 / 2) * (2 / 3), 12);
    expect(distance(2, 3)).toBeCloseTo(1 - (1 / 3) * (1 / 3), 12);
    expect(distance(1, 4)).toBe(1);
  });

  it('Jaccard is the share of codes that are not common', () => {
    const distance = made(jaccard(sets));
    expect(distance(2, 5)).toBeCloseTo(1 / 3, 12);
    expect(distance(2, 3)).toBeCloseTo(2 / 3, 12);
  });

  it('no codes against some codes is as different as can be', () => {
    expect([made(masi(sets))(0, 1), made(jaccard(sets))(5, 0)]).toEqual([1, 1]);
  });

  it('do not depend on which of two sets is named first, with more than 32 codes either', () => {
    const many = Array.from({ length: 70 }, (_, code) => `code ${code}`);
    const wide: Table = { ...sets, categories: ['a', 'b', 'c'], sets: [many, many.slice(0, 35), many.slice(30)] };
    const distance = made(jaccard(wide));
    expect(distance(0, 1)).toBeCloseTo(1 / 2, 12);
    expect(distance(1, 2)).toBeCloseTo(1 - 5 / 70, 12);
    expect(distance(2, 1)).toBe(distance(1, 2));
  });
});

describe('distances of numbers', () => {
  it('interval and ratio take the numbers, not their places', () => {
    expect(made(interval(numbers))(0, 2)).toBe(64);
    expect(made(ratio(numbers))(0, 2)).toBeCloseTo((8 / 12) ** 2, 12);
    expect(made(ratio(numbers))(1, 1)).toBe(0);
  });

  it('ordinal counts the codings in between, by the order of the numbers', () => {
    expect(ordinal(numbers, [4, 6, 2])(1, 0)).toBe((3 + 2 + 2) ** 2);
    expect(ordinal(numbers, [4, 6, 2])(1, 2)).toBe((3 + 1) ** 2);
  });

  it('say what is lacking where categories are no numbers or no sets', () => {
    expect([interval(sets), ratio(sets), masi(numbers)]).toEqual(['notNumeric', 'notNumeric', 'notSets']);
  });
});
