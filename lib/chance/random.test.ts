import { expect, it } from 'vitest';
import { binomial, randomFrom } from './random';

it('repeats itself for the same seed and differs for another', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, randomFrom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

it('fills [0, 1) evenly', () => {
  const random = randomFrom(1);
  const bins = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 100_000; draw += 1) {
    const bin = Math.floor(random() * 10);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

it.each([
  [5, 0.3],
  [40, 0.1],
  [100, 0.5],
  [1000, 0.02],
  [5000, 0.9],
])('draws binomial numbers of %i trials at %d with the right mean and spread', (trials, chance) => {
  const random = randomFrom(3);
  const draws = Array.from({ length: 20_000 }, () => binomial(random, trials, chance));
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
  const wanted = trials * chance * (1 - chance);
  expect(Math.abs(mean - trials * chance)).toBeLessThan(5 * Math.sqrt(wanted / draws.length));
  expect(variance / wanted).toBeGreaterThan(0.95);
  expect(variance / wanted).toBeLessThan(1.05);
  expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...draws)).toBeLessThanOrEqual(trials);
});
