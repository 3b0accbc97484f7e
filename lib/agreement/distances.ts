import type { Reason } from './reasons';
import type { Table } from './table';

/** How different two categories are, by their places in the table. Zero for a category with itself. */
export type Distance = ((one: number, other: number) => number) & {
  /** Where known: for a category, all others that are less than 1 away. Everything else is exactly 1 away. */
  readonly near?: (category: number) => readonly number[];
};

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
