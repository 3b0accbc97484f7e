/** Chance that can be repeated: one generator, which every draw, resample and shuffle names by its seed. */
export { binomial, generator, randomFrom, type Random } from './random';
export { shuffled } from './shuffled';
