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
  const used = totals.flatMap((total, category) => (total > 0 ? [category] : []));
  let sum = 0;
  used.forEach((one, index) => {
    let line = 0;
    for (let next = index + 1; next < used.length; next += 1) {
      const other = used[next] ?? one;
      line += (totals[other] ?? 0) * distance(one, other);
    }
    sum += 2 * (totals[one] ?? 0) * line;
  });
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
