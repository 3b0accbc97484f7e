import type { Distance } from './distances';
import type { Reason } from './reasons';
import type { Table } from './table';

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
  const { words, width, sizes, near } = packed(table.sets);
  const between = (one: number, other: number) => {
    if (one === other) return 0;
    let common = 0;
    for (let word = 0; word < width; word += 1)
      common += bits((words[one * width + word] as number) & (words[other * width + word] as number));
    return apart(sizes[one] ?? 0, sizes[other] ?? 0, { common, distance });
  };
  return near ? Object.assign(between, { near: (category: number) => near[category] ?? [] }) : between;
}

type Packed = {
  readonly words: Int32Array;
  readonly width: number;
  readonly sizes: readonly number[];
  readonly near: readonly (readonly number[])[] | null;
};

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
  const fresh = { words, width, sizes: sets.map((codes) => new Set(codes).size), near: neighbours(sets) };
  packedBefore.set(sets, fresh);
  return fresh;
}

/** More neighbours than this would fill the memory; every set is then compared with every other. */
const mostNeighbours = 4e6;

/**
 * For each set, the others that share a code with it. Sets without a common code are as different as can be, and in a
 * codebook of forty codes most sets have none, so that sums over pairs of sets need to look at few of them.
 */
function neighbours(sets: readonly (readonly string[])[]): number[][] | null {
  const holding = new Map<string, number[]>();
  sets.forEach((codes, set) => {
    for (const code of new Set(codes)) {
      const list = holding.get(code);
      if (list) list.push(set);
      else holding.set(code, [set]);
    }
  });
  const visits = [...holding.values()].reduce((sum, { length }) => sum + length ** 2, 0);
  if (visits > mostNeighbours) return null;
  return sets.map((codes, set) => {
    const found = new Set(codes.flatMap((code) => holding.get(code) ?? []));
    found.delete(set);
    return [...found];
  });
}

/** How many bits of a word are set, adding up neighbours in parallel. */
function bits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function apart(one: number, other: number, { common, distance }: { common: number; distance: SetDistance }): number {
  const together = one + other - common;
  return together === 0 ? 0 : distance(common / together, monotonicity(one, other, common));
}

function monotonicity(one: number, other: number, common: number): number {
  if (common === 0) return 0;
  if (common === one && common === other) return 1;
  return common === Math.min(one, other) ? 2 / 3 : 1 / 3;
}
