import type { Distance } from './distances';
import type { Table } from './table';

/**
 * Observed and expected disagreement of Krippendorff's alpha, as sums over pairs of codings rather than means:
 * alpha = 1 - (n - 1) observed / expected, with n the codings on pairable units (Krippendorff 2011).
 */
export type Disagreement = { readonly n: number; readonly observed: number; readonly expected: number };

export function disagreement(table: Table, totals: readonly number[], distance: Distance): Disagreement {
  const n = totals.reduce((sum, total) => sum + total, 0);
  return { n, observed: observedSum(table, distance), expected: expectedSum(totals, distance) };
}

/** Pairs of codings within units, each unit weighted 1/(m - 1). */
export function observedSum(table: Table, distance: Distance): number {
  let sum = 0;
  for (const { units, marks, values, counts } of table.patterns) {
    if (marks < 2 || values.length < 2) continue;
    sum += (units * withinUnit(values, counts, distance)) / (marks - 1);
  }
  return sum;
}

/** Pairs of codings across all units. */
export function expectedSum(totals: readonly number[], distance: Distance): number {
  const codings = codingsOf(totals);
  return codings.used.reduce((sum, category) => {
    return sum + (totals[category] ?? 0) * distanceToAll(category, codings, distance);
  }, 0);
}

/** How many codings there are in all and per category, and the categories that have any. */
export type Codings = { readonly n: number; readonly totals: readonly number[]; readonly used: readonly number[] };

export function codingsOf(totals: readonly number[]): Codings {
  const used = totals.flatMap((total, category) => (total > 0 ? [category] : []));
  return { n: used.reduce((sum, category) => sum + (totals[category] ?? 0), 0), totals, used };
}

/** The distances from one category to all codings, added up. Only near ones are looked at where the others are 1 away. */
export function distanceToAll(category: number, { n, totals, used }: Codings, distance: Distance): number {
  const near = distance.near?.(category);
  if (!near || near.length > used.length)
    return used.reduce((sum, other) => sum + (totals[other] ?? 0) * distance(category, other), 0);
  let sum = n - (totals[category] ?? 0);
  for (const other of near) {
    const total = totals[other] ?? 0;
    if (total > 0) sum -= total * (1 - distance(category, other));
  }
  return sum;
}

function withinUnit(values: readonly number[], counts: readonly number[], distance: Distance): number {
  let sum = 0;
  values.forEach((one, index) => {
    for (let next = index + 1; next < values.length; next += 1) {
      sum += 2 * (counts[index] ?? 0) * (counts[next] ?? 0) * distance(one, values[next] ?? one);
    }
  });
  return sum;
}
