/** A source of numbers in [0, 1). */
export type Random = () => number;

/** The name under which a report states its generator. */
export const generator = 'sfc32';

/**
 * Chris Doty-Humphrey's sfc32 (PractRand), 128 bits of state filled from the seed by splitmix32. Small, fast, the same
 * on every machine, and good enough for resampling; never for secrets.
 */
export function randomFrom(seed: number): Random {
  const fill = splitmix(seed);
  let a = fill();
  let b = fill();
  let c = fill();
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 15; warm += 1) next();
  return next;
}

function splitmix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

/** How many of `trials` succeed, each with `chance`. Exact, in about constant time for many trials. */
export function binomial(random: Random, trials: number, chance: number): number {
  if (trials <= 0 || chance <= 0) return 0;
  if (chance >= 1) return trials;
  if (chance > 0.5) return trials - binomial(random, trials, 1 - chance);
  return trials * chance < 10 ? byWaiting(random, trials, chance) : byRejection(random, trials, chance);
}

/** Adds up geometric waiting times until the trials are used up. */
function byWaiting(random: Random, trials: number, chance: number): number {
  const scale = Math.log1p(-chance);
  let used = 0;
  for (let successes = 0; ; successes += 1) {
    used += Math.floor(Math.log(1 - random()) / scale) + 1;
    if (used > trials) return successes;
  }
}

/** Hörmann's transformed rejection BTRS (1993), for a mean of 10 or more. */
function byRejection(random: Random, trials: number, chance: number): number {
  const spread = Math.sqrt(trials * chance * (1 - chance));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * chance;
  const centre = trials * chance + 0.5;
  const alpha = (2.83 + 5.1 / b) * spread;
  const odds = Math.log(chance / (1 - chance));
  const mode = Math.floor((trials + 1) * chance);
  const peak = logFactorial(mode) + logFactorial(trials - mode);
  for (;;) {
    const u = random() - 0.5;
    const v = 1 - random();
    const reach = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / reach + b) * u + centre);
    if (k < 0 || k > trials) continue;
    const height = Math.log((v * alpha) / (a / (reach * reach) + b));
    if (height <= peak - logFactorial(k) - logFactorial(trials - k) + (k - mode) * odds) return k;
  }
}

/** ln(k!), by Stirling's series from 10 on (error below 1e-10). */
function logFactorial(k: number): number {
  if (k < 10) return Math.log([1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880][k] ?? 1);
  const x = k + 1;
  return (x - 0.5) * Math.log(x) - x + 0.9189385332046727 + 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5);
}
