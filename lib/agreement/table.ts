/**
 * The table of counts behind every coefficient of decisions: how many units were coded in which way. Tables are plain
 * sums, so the table of two documents is the sum of their tables (`addTables`); totals, breakdowns and bootstrap
 * replicates need no second look at the text.
 */
export type Table = {
  /** The codebook in order. Labels are opaque; their number is q, also for categories that nobody used. */
  readonly categories: readonly string[];
  /** The number each category stands for, where categories are numbers. */
  readonly scale: readonly number[] | null;
  /** The codes in each category, where a category is a set of codes. */
  readonly sets: readonly (readonly string[])[] | null;
  readonly coders: readonly string[];
  /** Ways in which units were coded, whoever the coders were. */
  readonly patterns: readonly Pattern[];
  /** Codings per coder and category. Null when only counts per unit are known, not who gave which value. */
  readonly margins: readonly (readonly number[])[] | null;
  /** Per pair of coders with at least one common unit: how often the first said i and the second j. Null as above. */
  readonly pairs: readonly PairCounts[] | null;
};

/** `units` units got `counts[i]` codings of category `values[i]`; `marks` is the number of codings per unit. */
export type Pattern = {
  readonly units: number;
  readonly marks: number;
  readonly values: readonly number[];
  readonly counts: readonly number[];
};

/** Coders `a` < `b` by their place in the table; `cells` maps `i * pairStride + j` to a number of units. */
export type PairCounts = { readonly a: number; readonly b: number; readonly cells: ReadonlyMap<number, number> };
export const pairStride = 1 << 20;

/** What a table is about, before anything is counted. */
export type Frame = Pick<Table, 'categories' | 'scale' | 'sets' | 'coders'> & { readonly identity: boolean };

/** How `units` units were coded: one category index per coder, or -1 where a coder coded nothing. */
export type Row = { readonly units: number; readonly cells: readonly number[] };

/** Counts rows into a table. Rows that nobody coded leave no trace. */
export function tableOf(frame: Frame, rows: Iterable<Row>): Table {
  const patterns = new Map<string, MutablePattern>();
  const margins = frame.coders.map(() => new Array<number>(frame.categories.length).fill(0));
  const pairs = new Map<number, MutablePair>();
  for (const row of rows) {
    if (row.units === 0) continue;
    countPattern(patterns, row);
    if (frame.identity) countCoders(margins, pairs, row);
  }
  const { categories, scale, sets, coders, identity } = frame;
  const shape = { categories, scale, sets, coders, patterns: [...patterns.values()] };
  return identity ? { ...shape, margins, pairs: [...pairs.values()] } : { ...shape, margins: null, pairs: null };
}

type MutablePattern = { units: number; marks: number; values: number[]; counts: number[] };
type MutablePair = { a: number; b: number; cells: Map<number, number> };

function countPattern(patterns: Map<string, MutablePattern>, row: Row): void {
  const given = row.cells.filter((category) => category >= 0).sort((one, other) => one - other);
  if (given.length === 0) return;
  const key = given.join();
  const known = patterns.get(key);
  if (known) {
    known.units += row.units;
    return;
  }
  const values = [...new Set(given)];
  const counts = values.map((value) => given.lastIndexOf(value) - given.indexOf(value) + 1);
  patterns.set(key, { units: row.units, marks: given.length, values, counts });
}

function countCoders(margins: number[][], pairs: Map<number, MutablePair>, row: Row): void {
  row.cells.forEach((first, a) => {
    const margin = margins[a];
    if (first < 0 || !margin) return;
    margin[first] = (margin[first] ?? 0) + row.units;
    for (let b = a + 1; b < row.cells.length; b += 1) {
      const second = row.cells[b] ?? -1;
      if (second >= 0) addCell(pairOf(pairs, a, b), first * pairStride + second, row.units);
    }
  });
}

function pairOf(pairs: Map<number, MutablePair>, a: number, b: number): MutablePair {
  const key = a * pairStride + b;
  const known = pairs.get(key);
  if (known) return known;
  const fresh = { a, b, cells: new Map<number, number>() };
  pairs.set(key, fresh);
  return fresh;
}

function addCell(pair: MutablePair, key: number, units: number): void {
  pair.cells.set(key, (pair.cells.get(key) ?? 0) + units);
}

/**
 * The sum of tables over the same categories. Coders are matched by id, in the order given by `coders`; a coder who is
 * missing from one of the tables simply has no codings there.
 */
export function addTables(coders: readonly string[], tables: readonly Table[]): Table {
  const place = new Map(coders.map((coder, index) => [coder, index]));
  const patterns = new Map<string, MutablePattern>();
  const pairs = new Map<number, MutablePair>();
  const widest = tables.reduce(
    (wide, table) => (table.categories.length > wide.categories.length ? table : wide),
    tables[0] ?? empty,
  );
  const margins = coders.map(() => new Array<number>(widest.categories.length).fill(0));
  for (const table of tables) {
    for (const pattern of table.patterns) addPattern(patterns, pattern);
    const places = table.coders.map((coder) => place.get(coder) ?? -1);
    table.margins?.forEach((margin, index) => addMargin(margins[places[index] ?? -1], margin));
    for (const pair of table.pairs ?? []) addPair(pairs, places, pair);
  }
  const identity = tables.every((table) => table.pairs !== null);
  const { categories, scale, sets } = widest;
  const shape = { categories, scale, sets, coders, patterns: [...patterns.values()] };
  return identity ? { ...shape, margins, pairs: [...pairs.values()] } : { ...shape, margins: null, pairs: null };
}

const empty: Table = { categories: [], scale: null, sets: null, coders: [], patterns: [], margins: [], pairs: [] };

function addPattern(patterns: Map<string, MutablePattern>, pattern: Pattern): void {
  const key = pattern.values.map((value, index) => `${value}:${pattern.counts[index]}`).join();
  const known = patterns.get(key);
  if (known) known.units += pattern.units;
  else patterns.set(key, { ...pattern, values: [...pattern.values], counts: [...pattern.counts] });
}

function addMargin(sum: number[] | undefined, margin: readonly number[]): void {
  if (sum)
    margin.forEach((units, category) => {
      sum[category] = (sum[category] ?? 0) + units;
    });
}

/** Coders may stand in another order in the sum, so a pair may have to be turned around. */
function addPair(pairs: Map<number, MutablePair>, places: readonly number[], pair: PairCounts): void {
  const a = places[pair.a] ?? -1;
  const b = places[pair.b] ?? -1;
  if (a < 0 || b < 0) return;
  const sum = pairOf(pairs, Math.min(a, b), Math.max(a, b));
  for (const [key, units] of pair.cells) {
    const first = Math.floor(key / pairStride);
    const second = key % pairStride;
    addCell(sum, a < b ? key : second * pairStride + first, units);
  }
}
