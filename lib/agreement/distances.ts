import type { Reason } from './reasons';
import type { Table } from './table';

/** How different two categories are, by their places in the table. Zero for a category with itself. */
export type Distance = (one: number, other: number) => number;

/** A way to make a distance from a table; `totals` are the codings on pairable units per category. */
export type Metric = (table: Table, totals: readonly number[]) => Distance | Reason;

export function nominal(): Distance {
  return (one, other) => (one === other ? 0 : 1);
}

/** Squared difference of the numbers. */
export function interval(table: Table): Distance | Reason {
  const scale = table.scale;
  return scale ? (one, other) => ((scale[one] ?? 0) - (scale[other] ?? 0)) ** 2 : 'notNumeric';
}

/** Squared difference relative to the sum; two zeros do not differ. */
export function ratio(table: Table): Distance | Reason {
  const scale = table.scale;
  if (!scale) return 'notNumeric';
  return (one, other) => {
    const sum = (scale[one] ?? 0) + (scale[other] ?? 0);
    return sum === 0 ? 0 : (((scale[one] ?? 0) - (scale[other] ?? 0)) / sum) ** 2;
  };
}

/**
 * Squared number of codings that lie between two ranks, counting half of each end. Categories stand in the order of
 * their numbers, or of the codebook where they have none.
 */
export function ordinal(table: Table, totals: readonly number[]): Distance {
  const order = table.categories.map((_, category) => category);
  const scale = table.scale;
  if (scale) order.sort((one, other) => (scale[one] ?? 0) - (scale[other] ?? 0));
  const middle = new Array<number>(order.length).fill(0);
  let below = 0;
  for (const category of order) {
    const total = totals[category] ?? 0;
    middle[category] = below + total / 2;
    below += total;
  }
  return (one, other) => ((middle[one] ?? 0) - (middle[other] ?? 0)) ** 2;
}

/** 1 - |A and B| / |A or B|; two empty sets do not differ, an empty and a filled one differ wholly. */
export function jaccard(table: Table): Distance | Reason {
  return overSets(table, (similarity) => 1 - similarity);
}

/**
 * Passonneau's MASI (2006): 1 - J M, with J the Jaccard similarity and M = 1 for equal sets, 2/3 where one contains the
 * other, 1/3 where they merely overlap, and 0 where they share nothing.
 */
export function masi(table: Table): Distance | Reason {
  return overSets(table, (similarity, monotonicity) => 1 - similarity * monotonicity);
}

type SetDistance = (similarity: number, monotonicity: number) => number;

/** Distances between sets are cached per pair, since a table holds few distinct sets and asks for each pair often. */
function overSets(table: Table, distance: SetDistance): Distance | Reason {
  const sets = table.sets?.map((codes) => new Set(codes));
  if (!sets) return 'notSets';
  const cache = new Map<number, number>();
  return (one, other) => {
    if (one === other) return 0;
    const key = Math.min(one, other) * sets.length + Math.max(one, other);
    const known = cache.get(key);
    if (known !== undefined) return known;
    const fresh = between(sets[one] ?? new Set(), sets[other] ?? new Set(), distance);
    cache.set(key, fresh);
    return fresh;
  };
}

function between(one: ReadonlySet<string>, other: ReadonlySet<string>, distance: SetDistance): number {
  const common = [...one].filter((code) => other.has(code)).length;
  const together = one.size + other.size - common;
  if (together === 0) return 0;
  return distance(common / together, monotonicity(one.size, other.size, common));
}

function monotonicity(one: number, other: number, common: number): number {
  if (common === 0) return 0;
  if (common === one && common === other) return 1;
  return common === Math.min(one, other) ? 2 / 3 : 1 / 3;
}
