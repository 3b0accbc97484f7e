import { pairStride } from './table';
import type { PairCounts, Pattern, Table } from './table';
import type { TwoByTwo } from './report-shape';

/** The table of two coders alone, over the units both coded (pairwise deletion). */
export function pairTable(table: Table, pair: PairCounts): Table {
  const { categories, scale, sets } = table;
  const coders = [table.coders[pair.a] ?? '', table.coders[pair.b] ?? ''];
  const margins = coders.map(() => new Array<number>(categories.length).fill(0));
  const patterns = new Map<number, Pattern>();
  for (const [key, units] of pair.cells) {
    const said = cellsOf(key);
    said.forEach((category, coder) => addUnits(margins[coder], category, units));
    addPattern(patterns, said, units);
  }
  const pairs = pair.cells.size > 0 ? [{ a: 0, b: 1, cells: pair.cells }] : [];
  return { categories, scale, sets, coders, patterns: [...patterns.values()], margins, pairs };
}

/** Two coders on one yes or no, from the four counts. */
export function tableOfTwo(coders: readonly string[], { both, onlyA, onlyB, neither }: TwoByTwo): Table {
  const cells = new Map(
    [
      [0, neither],
      [1, onlyB],
      [pairStride, onlyA],
      [pairStride + 1, both],
    ].filter(([, units]) => units) as [number, number][],
  );
  const empty = {
    categories: ['no', 'yes'],
    scale: [0, 1],
    sets: null,
    coders,
    patterns: [],
    margins: null,
    pairs: null,
  };
  return pairTable(empty, { a: 0, b: 1, cells });
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

function addUnits(margin: number[] | undefined, category: number, units: number): void {
  if (margin) margin[category] = (margin[category] ?? 0) + units;
}

/** Who said what does not matter to a pattern: the two orders of a pair of categories are one. */
function addPattern(patterns: Map<number, Pattern>, [one, other]: [number, number], units: number): void {
  const [low, high] = one < other ? [one, other] : [other, one];
  const key = low * pairStride + high;
  const [values, counts] =
    low === high
      ? [[low], [2]]
      : [
          [low, high],
          [1, 1],
        ];
  patterns.set(key, { units: units + (patterns.get(key)?.units ?? 0), marks: 2, values, counts });
}
