import type { Codings } from './coefficients/coefficient';
import { tableOf } from './table';
import type { Row, Table } from './table';

/** The table of codings written out by hand, as worked examples and tests give them. */
export function writtenTable(codings: Codings): Table {
  return 'counts' in codings ? fromCounts(codings.counts) : fromUnits(codings.units, codings.categories);
}

function fromCounts(counts: readonly (readonly number[])[]): Table {
  const rows: Row[] = counts.flatMap((line, first) => line.map((units, second) => ({ units, cells: [first, second] })));
  return tableOf(
    frame(
      counts.map((_, category) => String(category)),
      2,
    ),
    rows,
  );
}

function fromUnits(units: readonly string[], categories: readonly string[]): Table {
  const cells = units.map((unit) =>
    unit
      .trim()
      .split(/\s+/)
      .map((label) => categories.indexOf(label)),
  );
  return tableOf(
    frame(categories, cells[0]?.length ?? 0),
    cells.map((row) => ({ units: 1, cells: row })),
  );
}

function frame(categories: readonly string[], coders: number) {
  const numbers = categories.map(Number);
  const scale = numbers.every(Number.isFinite) ? numbers : null;
  return {
    categories,
    scale,
    sets: null,
    coders: Array.from({ length: coders }, (_, index) => `coder ${index + 1}`),
    identity: true,
  };
}
