import { pairStride, tableOf } from './table';
import type { Frame, PairCounts, Table } from './table';
import type { TwoByTwo } from './report-shape';

/** The table of two coders alone, over the units both coded (pairwise deletion). */
export function pairTable(table: Table, pair: PairCounts): Table {
  const rows = [...pair.cells].map(([key, units]) => ({ units, cells: cellsOf(key) }));
  return tableOf(pairFrame(table, pair), rows);
}

/** Every pair of coders in the order of the table, also those without a common unit. */
export function allPairs(table: Table): PairCounts[] {
  const known = new Map((table.pairs ?? []).map((pair) => [pair.a * pairStride + pair.b, pair]));
  return table.coders.flatMap((_, a) =>
    table.coders.slice(a + 1).map((_other, step) => {
      const b = a + 1 + step;
      return known.get(a * pairStride + b) ?? { a, b, cells: new Map<number, number>() };
    }),
  );
}

/** The four counts of a pair when the categories are no (0) and yes (1). */
export function twoByTwo(pair: PairCounts): TwoByTwo {
  const count = (first: number, second: number) => pair.cells.get(first * pairStride + second) ?? 0;
  return { both: count(1, 1), onlyA: count(1, 0), onlyB: count(0, 1), neither: count(0, 0) };
}

/** The categories that the two coders gave, from the key of a cell. */
export function cellsOf(key: number): [number, number] {
  return [Math.floor(key / pairStride), key % pairStride];
}

function pairFrame(table: Table, pair: PairCounts): Frame {
  const { categories, scale, sets } = table;
  const coders = [table.coders[pair.a] ?? '', table.coders[pair.b] ?? ''];
  return { categories, scale, sets, coders, identity: true };
}
