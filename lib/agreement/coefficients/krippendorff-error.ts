import { agreeingPairs, linearisedError, pairableValues } from '../moments';
import type { Pattern, Table } from '../table';

/**
 * Gwet's linearised standard error of nominal alpha, over pairable units. The scores spread around alpha's large-sample
 * form, in which units and not codings are drawn. Agrees with R package irrCAC; null for a single unit.
 */
export function alphaError(table: Table): number | null {
  const pairable = table.patterns.filter((pattern) => pattern.marks >= 2);
  const units = sum(pairable, () => 1);
  const perUnit = sum(pairable, (pattern) => pattern.marks) / units;
  const shares = pairableValues(table).map((total) => total / units / perUnit);
  const agreeing = (pattern: Pattern) => agreeingPairs(pattern) / (perUnit * (pattern.marks - 1));
  const observed = sum(pairable, agreeing) / units;
  const expected = shares.reduce((total, share) => total + share ** 2, 0);
  const centre = (observed - expected) / (1 - expected);
  const score = (pattern: Pattern) => {
    const surplus = (pattern.marks - perUnit) / perUnit;
    const seen = agreeing(pattern) - observed * surplus - expected;
    const chance = chanceOf(pattern, shares) / perUnit - expected * surplus - expected;
    return (seen - 2 * (1 - centre) * chance) / (1 - expected);
  };
  return linearisedError(pairable, centre, score);
}

function sum(patterns: readonly Pattern[], of: (pattern: Pattern) => number): number {
  return patterns.reduce((total, pattern) => total + pattern.units * of(pattern), 0);
}

function chanceOf(pattern: Pattern, shares: readonly number[]): number {
  return pattern.values.reduce((total, value, index) => total + (pattern.counts[index] ?? 0) * (shares[value] ?? 0), 0);
}
