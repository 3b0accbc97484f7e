import { expect, it } from 'vitest';
import { lengthCost } from './length-cost';

/** Upper tails of the normal distribution, both sides together: `2 * pnorm(-delta)` in R. */
const tails = [
  [1, 0.3173105],
  [1.959964, 0.05],
  [3, 0.002699796],
  [5, 5.733031e-7],
] as const;

it('is the negative logarithm of the two-sided tail of the normal distribution', () => {
  for (const [delta, tail] of tails) {
    // Lengths l1 and l2 with (l2 - l1) / sqrt(6.8 (l1 + l2) / 2) = delta, by solving for l2.
    const [own, half] = [10_000, (6.8 * delta * delta) / 2];
    const other = own + half / 2 + Math.sqrt((half / 2) ** 2 + 2 * own * half);
    expect(lengthCost(own, other, 1)).toBeCloseTo(-Math.log(tail), 1);
  }
});

it('is nothing for lengths in the ratio expected, and bounded for what has nothing on the other side', () => {
  expect(lengthCost(120, 60, 0.5)).toBeCloseTo(0);
  expect(lengthCost(0, 0, 1)).toBe(0);
  expect(lengthCost(0, 100_000, 1)).toBe(lengthCost(10_000, 0, 1));
});
