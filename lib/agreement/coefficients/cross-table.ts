import { pairStride } from '../table';
import type { Table } from '../table';

/** The cross table of two coders over the units both coded. */
export type CrossTable = {
  readonly n: number;
  readonly agreeing: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly cells: ReadonlyMap<number, number>;
};

/** The cross table of the first pair in a table of two coders; all zeros when they share no unit. */
export function crossTable(table: Table): CrossTable {
  const cells = table.pairs?.[0]?.cells ?? new Map<number, number>();
  const rows = new Array<number>(table.categories.length).fill(0);
  const columns = new Array<number>(table.categories.length).fill(0);
  let n = 0;
  let agreeing = 0;
  for (const [key, units] of cells) {
    const first = Math.floor(key / pairStride);
    const second = key % pairStride;
    rows[first] = (rows[first] ?? 0) + units;
    columns[second] = (columns[second] ?? 0) + units;
    n += units;
    if (first === second) agreeing += units;
  }
  return { n, agreeing, rows, columns, cells };
}

/** The share of all codings that fall in each category, both coders together. */
export function pooledShares({ n, rows, columns }: CrossTable): number[] {
  return rows.map((row, category) => (row + (columns[category] ?? 0)) / (2 * n));
}
