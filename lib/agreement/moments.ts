import type { Value } from './estimate';
import { t975 } from './student-t';
import type { Pattern, Table } from './table';

/** The sums that the multi-coder coefficients share (Gwet 2014, chapters 2 and 5). */
export type Moments = {
  /** Units with at least one coding. */
  readonly units: number;
  /** Units with at least two codings: only they can agree or disagree. */
  readonly pairable: number;
  /** Mean over pairable units of the share of agreeing pairs of coders; 0 when there is no pairable unit. */
  readonly agreement: number;
  /** Mean over units of the share of codings that fall in each category. Units coded once count here. */
  readonly shares: readonly number[];
};

export function momentsOf(table: Table): Moments {
  let units = 0;
  let pairable = 0;
  let agreement = 0;
  const shares = new Array<number>(table.categories.length).fill(0);
  for (const pattern of table.patterns) {
    units += pattern.units;
    pattern.values.forEach((value, index) => {
      shares[value] = (shares[value] ?? 0) + (pattern.units * (pattern.counts[index] ?? 0)) / pattern.marks;
    });
    if (pattern.marks < 2) continue;
    pairable += pattern.units;
    agreement += pattern.units * pairAgreement(pattern);
  }
  const perUnit = shares.map((share) => (units === 0 ? 0 : share / units));
  return { units, pairable, agreement: pairable === 0 ? 0 : agreement / pairable, shares: perUnit };
}

/** The share of agreeing pairs among the pairs of coders of one unit; 0 where there is no pair. */
export function pairAgreement(pattern: Pattern): number {
  return pattern.marks < 2 ? 0 : agreeingPairs(pattern) / (pattern.marks * (pattern.marks - 1));
}

/** Ordered pairs of coders of one unit who gave the same category. */
export function agreeingPairs(pattern: Pattern): number {
  return pattern.counts.reduce((sum, count) => sum + count * (count - 1), 0);
}

/** Codings on pairable units per category: alpha's n_c. A unit coded once drops out entirely, other than in `shares`. */
export function pairableValues(table: Table): number[] {
  const totals = new Array<number>(table.categories.length).fill(0);
  for (const pattern of table.patterns) {
    if (pattern.marks < 2) continue;
    pattern.values.forEach((value, index) => {
      totals[value] = (totals[value] ?? 0) + pattern.units * (pattern.counts[index] ?? 0);
    });
  }
  return totals;
}

/** The mean of a number per category over the codings of one unit. */
export function meanOver(pattern: Pattern, perCategory: (category: number) => number): number {
  return (
    pattern.values.reduce((sum, value, index) => sum + (pattern.counts[index] ?? 0) * perCategory(value), 0) /
    pattern.marks
  );
}

/** A score per pattern of coding: how much one unit coded that way moves the coefficient. */
export type Score = (pattern: Pattern) => number;

/**
 * A standard error by linearisation: the spread of the units' scores around their `mean`, over `n` units less one (Gwet
 * 2008, 2014). Null for a single unit, which has no spread.
 */
export function linearisedError(patterns: readonly Pattern[], mean: number, score: Score): number | null {
  let squares = 0;
  let units = 0;
  for (const pattern of patterns) {
    units += pattern.units;
    squares += pattern.units * (score(pattern) - mean) ** 2;
  }
  return units < 2 ? null : Math.sqrt(squares / (units * (units - 1)));
}

/**
 * The error and its 95% t interval around a value, the upper end cut at 1. The degrees of freedom are the units with any
 * coding less one, as in Gwet's own programs, also where only pairable units entered the error.
 */
export function withInterval(table: Table, value: number, se: number | null): Value {
  if (se === null) return { value };
  const units = table.patterns.reduce((sum, pattern) => sum + pattern.units, 0);
  const reach = t975(units - 1) * se;
  return { value, se, ci95: [value - reach, Math.min(1, value + reach)] };
}
