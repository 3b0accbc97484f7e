import type { Marked } from '../unitizing/continuum';

/** Weights of gamma: how much place and code count, and what a missing unit costs. */
export type Weights = { readonly alpha: number; readonly beta: number; readonly deltaEmpty: number };

/**
 * How different two units are (Mathet, Widlöcher & Métivier 2015, combined dissimilarity): squared displacement of both
 * ends relative to the lengths, and whether the codes differ, each in multiples of the cost of a missing unit.
 */
export function dissimilarity(one: Marked, other: Marked, { alpha, beta, deltaEmpty }: Weights): number {
  const moved = Math.abs(one.start - other.start) + Math.abs(one.end - other.end);
  const place = (moved / (one.end - one.start + other.end - other.start)) ** 2;
  return (alpha * place + (one.code === other.code ? 0 : beta)) * deltaEmpty;
}
