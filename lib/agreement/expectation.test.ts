import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedSum } from './coincidences';
import type { Distance } from './distances';
import { expectation, expectationWays } from './expectation';
import { randomFrom } from '@/lib/chance';

/** A distance on numbered categories that is no more regular than one between sets. */
const distance: Distance = (one, other) => (one === other ? 0 : ((one * 7 + other * 7) % 5) / 8 + 0.25);

describe('expected disagreement of a replicate', () => {
  const groups = fc.array(fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 8 });

  it('is what counting the drawn groups anew gives, by category and by group alike', () => {
    fc.assert(
      fc.property(groups, fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }), (totals, drawn) => {
        const times = Float64Array.from(totals, (_, group) => drawn[group] ?? 0);
        const counted = [0, 1, 2, 3, 4, 5].map((category) =>
          totals.reduce((sum, group, index) => sum + (times[index] ?? 0) * (group[category] ?? 0), 0),
        );
        for (const way of [expectationWays.byCategory, expectationWays.byGroup]) {
          expect(
            way(
              totals,
              totals.map(() => 1),
              distance,
            ).of(times),
          ).toBeCloseTo(expectedSum(counted, distance), 6);
        }
      }),
    );
  });

  it('to first order is exact at the observed weights, and close to exact for a resample of many groups', () => {
    const random = randomFrom(4);
    const totals = Array.from({ length: 100 }, () => Array.from({ length: 30 }, () => Math.floor(random() * 4)));
    const weights = totals.map(() => 1);
    const observed = Float64Array.from(weights);
    const exact = expectationWays.byGroup(totals, weights, distance);
    const linear = expectationWays.toFirstOrder(totals, weights, distance);
    expect(linear.of(observed)).toBeCloseTo(exact.of(observed), 4);
    for (let replicate = 0; replicate < 50; replicate += 1) {
      const times = new Float64Array(100);
      for (let draw = 0; draw < 100; draw += 1) {
        const group = Math.floor(random() * 100);
        times[group] = (times[group] ?? 0) + 1;
      }
      expect(Math.abs(linear.of(times) / exact.of(times) - 1)).toBeLessThan(0.01);
    }
  });

  it('is linearised only where computing it would take too long, and says so', () => {
    expect(
      expectation(
        [
          [1, 2],
          [3, 4],
        ],
        [1, 1],
        distance,
      ).linearised,
    ).toBe(false);
    const many = Array.from({ length: 400 }, (_, group) =>
      Array.from({ length: 900 }, (_total, category) => (category + group) % 3),
    );
    expect(
      expectation(
        many,
        many.map(() => 1),
        distance,
      ).linearised,
    ).toBe(true);
  });
});
