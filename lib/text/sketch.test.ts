import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText } from './testing/any-text';
import { resemblance, sketchOf } from './sketch';

const words = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `word${from + n}`).join(' ');
const between = (a: string, b: string) => resemblance(sketchOf(a), sketchOf(b));

it('finds a text the same as itself, and two texts as alike one way as the other, by a share', () => {
  fc.assert(
    fc.property(anyText(), anyText(), (first, second) => {
      const [a, b] = [sketchOf(first), sketchOf(second)];
      expect(resemblance(a, a)).toBe(a.length > 0 ? 1 : 0);
      expect(resemblance(a, b)).toBe(resemblance(b, a));
      expect(resemblance(a, b)).toBeGreaterThanOrEqual(0);
      expect(resemblance(a, b)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 30 },
  );
});

it('overlooks case, punctuation, accents and the Arabic and Persian forms of letters', () => {
  expect(between('The Minister, in Moscow, said: “No.”', 'the minister in moscow said no')).toBe(1);
  expect(between('علي يكي از آنها بود', 'علی یکی از آنها بود')).toBe(1);
});

it('is exact for texts with fewer runs of words than a sketch holds', () => {
  // 36 and 36 runs of five words, 26 of them in both: 26 of 46.
  expect(between(words(40), words(40, 10))).toBeCloseTo(26 / 46, 10);
});

it('comes near the true share in long texts, where only a sample is kept', () => {
  for (const kept of [0.2, 0.5, 0.9]) {
    const [total, common] = [6_000, Math.round(6_000 * kept)];
    const truth = (common - 4) / (2 * (total - 4) - (common - 4));
    expect(Math.abs(between(words(total), `${words(common)} ${words(total - common, 50_000)}`) - truth)).toBeLessThan(
      0.15,
    );
  }
});

it('tells a statement that was posted again from another on the same matter', () => {
  const statement = words(300);
  expect(between(statement, `Breaking news. ${statement} Subscribe to the channel.`)).toBeGreaterThan(0.9);
  expect(between(statement, words(300, 1_000))).toBe(0);
});
