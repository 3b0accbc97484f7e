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

/** Sets are packed into words of 32 codes, so that comparing two of them is a few bit operations. */
function overSets(table: Table, distance: SetDistance): Distance | Reason {
  if (!table.sets) return 'notSets';
  const { words, width, sizes } = packed(table.sets);
  return (one, other) => {
    if (one === other) return 0;
    let common = 0;
    for (let word = 0; word < width; word += 1)
      common += bits((words[one * width + word] as number) & (words[other * width + word] as number));
    return between(sizes[one] ?? 0, sizes[other] ?? 0, { common, distance });
  };
}

type Packed = { readonly words: Int32Array; readonly width: number; readonly sizes: readonly number[] };

/** All tables of a report share one list of sets, which is packed once; a list that has grown since is packed anew. */
const packedBefore = new WeakMap<readonly (readonly string[])[], Packed>();

function packed(sets: readonly (readonly string[])[]): Packed {
  const known = packedBefore.get(sets);
  if (known && known.sizes.length === sets.length) return known;
  const place = new Map([...new Set(sets.flat())].map((code, index) => [code, index]));
  const width = Math.max(1, Math.ceil(place.size / 32));
  const words = new Int32Array(sets.length * width);
  sets.forEach((codes, set) => {
    for (const code of codes) {
      const index = place.get(code) ?? 0;
      const word = set * width + (index >>> 5);
      words[word] = (words[word] ?? 0) | (1 << (index & 31));
    }
  });
  const fresh = { words, width, sizes: sets.map((codes) => new Set(codes).size) };
  packedBefore.set(sets, fresh);
  return fresh;
}

/** How many bits of a word are set, adding up neighbours in parallel. */
function bits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function between(one: number, other: number, { common, distance }: { common: number; distance: SetDistance }): number {
  const together = one + other - common;
  return together === 0 ? 0 : distance(common / together, monotonicity(one, other, common));
}

function monotonicity(one: number, other: number, common: number): number {
  if (common === 0) return 0;
  if (common === one && common === other) return 1;
  return common === Math.min(one, other) ? 2 / 3 : 1 / 3;
}
