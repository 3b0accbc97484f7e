/**
 * How unlikely it is that two stretches of text are translations of each other, judged by their lengths alone: Gale and
 * Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993, section 3.1.
 *
 * Each character of the original gives rise to a random number of characters in the translation, with mean c and
 * variance s² per character. So delta = (l2 - l1 c) / sqrt(l s²) is close to normal with mean 0 and variance 1 where the
 * two belong together. Their program takes l = (l1 + l2/c) / 2, so that neither side is favoured.
 */
export function lengthCost(original: number, translation: number, ratio: number): number {
  const mean = (original + translation / ratio) / 2;
  if (mean === 0) return 0;
  const delta = Math.abs(translation - original * ratio) / Math.sqrt(mean * variance);
  const cost = tails[Math.min(tails.length - 1, Math.round(delta * steps))]!;
  return original === 0 || translation === 0 ? Math.min(cost, dearestGap) : cost;
}

/** The paper's s², which it found much the same for English with French and with German, in characters. */
const variance = 6.8;

/**
 * What has nothing on the other side costs no more than this: whether a paragraph was left out has little to do with its
 * length. (The paper's program bounds every mismatch, at 25; then a bead of two for one hides each gap.)
 */
const dearestGap = 12;

/** The cost by delta is looked up at so many places for each unit; beyond the last it stays the same. */
const steps = 256;
const tails = Float64Array.from({ length: 16 * steps }, (_, at) => tailCost(at / steps));

/**
 * The negative logarithm of the probability 2 (1 - Phi(x)) that a deviation is at least so large (equation 4), by
 * Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17. Taken as a product, it stays exact far out.
 */
function tailCost(x: number): number {
  const t = 1 / (1 + 0.2316419 * x);
  const series = ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.31938153) * t;
  return Math.max(0, (x * x) / 2 + Math.log(Math.sqrt(2 * Math.PI) / 2) - Math.log(series));
}
