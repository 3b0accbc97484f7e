import { denseTable } from '../dense-table';
import { tableOf } from '../table';
import type { Frame, Row, Table } from '../table';
import { csvRecords } from './csv';
import type { CsvRecord } from './csv';
import { distinct, fault, flagAt, labelAt, listAt, textAt } from './fault';
import type { Plain } from './fault';

/** A units x coders matrix, read and checked. */
export type MatrixCase = {
  readonly table: Table;
  readonly metrics: readonly string[];
  readonly setValued: boolean;
};

/** Reads a case of kind "matrix". */
export function matrixCase(plain: Plain): MatrixCase {
  const records = csvRecords(textAt(plain.csv, 'csv'));
  const grid = gridOf(records, 'csv ');
  if (plain.coders !== undefined) checkCoders(grid.coders, listAt(plain.coders, 'coders'));
  const declared = plain.categories === undefined ? null : categoriesOf(listAt(plain.categories, 'categories'));
  const identity = flagAt(plain.coderIdentity, 'coderIdentity') ?? true;
  if (plain.valueType === 'set') return setCase(grid, identity);
  const metrics =
    plain.metrics === undefined
      ? null
      : listAt(plain.metrics, 'metrics').map((metric, index) => metricAt(metric, `metrics[${index}]`));
  return singleCase(grid, { declared, metrics, identity });
}

const metricNames = ['nominal', 'ordinal', 'interval', 'ratio', 'jaccard', 'masi', 'nominalSet'];

function metricAt(value: unknown, place: string): string {
  const name = labelAt(value, place);
  return metricNames.includes(name) ? name : fault(place, `"${name}" is none of ${metricNames.join(', ')}`);
}

/** Reads a bare CSV matrix: header `unit,<coder>,...`. Cells like `{A|B}` are sets; otherwise every distinct cell is a category. */
export function csvCase(text: string): MatrixCase {
  const grid = gridOf(csvRecords(text), '');
  const filled = grid.cells.flat().filter((cell) => cell !== '');
  const setValued = filled.length > 0 && filled.every((cell) => /^\{[^{}]*\}$/.test(cell));
  return setValued ? setCase(grid, true) : singleCase(grid, { declared: null, metrics: null, identity: true });
}

type Grid = {
  readonly coders: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly lineOf: (row: number) => string;
};

function gridOf(records: readonly CsvRecord[], where: string): Grid {
  const [header, ...body] = records;
  if (!header) fault(`${where}line 1`, 'there is no header "unit,<coder>,..."');
  const coders = distinct(header.cells.slice(1), (index) => `${where}line ${header.line}, column ${index + 2}`);
  if (coders.length === 0)
    fault(`${where}line ${header.line}`, 'the header names no coder; it should read "unit,<coder>,..."');
  if (coders.includes(''))
    fault(`${where}line ${header.line}, column ${coders.indexOf('') + 2}`, 'the coder has no name');
  for (const record of body) {
    if (record.cells.length === header.cells.length) continue;
    fault(
      `${where}line ${record.line}`,
      `has ${record.cells.length} cells where the header has ${header.cells.length}`,
    );
  }
  checkUnits(body, where);
  return {
    coders,
    cells: body.map((record) => record.cells.slice(1)),
    lineOf: (row) => `${where}line ${body[row]?.line ?? 0}`,
  };
}

function checkUnits(body: readonly CsvRecord[], where: string): void {
  const seen = new Set<string>();
  for (const { line, cells } of body) {
    const unit = cells[0] ?? '';
    if (seen.has(unit)) fault(`${where}line ${line}`, `the unit "${unit}" occurs twice`);
    seen.add(unit);
  }
}

function checkCoders(header: readonly string[], declared: readonly unknown[]): void {
  const names = declared.map((name, index) => labelAt(name, `coders[${index}]`));
  const differing = header.findIndex((name, index) => name !== names[index]);
  if (differing !== -1 || names.length !== header.length) fault('coders', 'do not match the header of csv');
}

type Category = { readonly label: string; readonly number: number | null };

function categoriesOf(values: readonly unknown[]): Category[] {
  const categories = values.map((value, index) => ({
    label: labelAt(value, `categories[${index}]`),
    number: typeof value === 'number' ? value : null,
  }));
  distinct(
    categories.map(({ label }) => label),
    (index) => `categories[${index}]`,
  );
  return categories;
}

type Options = {
  readonly declared: readonly Category[] | null;
  readonly metrics: readonly string[] | null;
  readonly identity: boolean;
};

function singleCase(grid: Grid, { declared, metrics, identity }: Options): MatrixCase {
  const categories = declared ?? seenCategories(grid);
  const numbers = categories.flatMap(({ number }) => (number === null ? [] : [number]));
  const scale = categories.length > 0 && numbers.length === categories.length ? numbers : null;
  const place = new Map(categories.map(({ label }, index) => [label, index]));
  const index = (cell: string, row: number, column: number) => {
    if (cell === '') return -1;
    const found = place.get(cell) ?? (scale && cell.trim() !== '' ? place.get(String(Number(cell))) : undefined);
    return found ?? fault(`${grid.lineOf(row)}, column ${column + 2}`, `"${cell}" is not one of the categories`);
  };
  const frame: Frame = {
    categories: categories.map(({ label }) => label),
    scale,
    sets: null,
    coders: grid.coders,
    identity,
  };
  return { table: countGrid(grid, frame, index), metrics: metrics ?? metricsFor(scale), setValued: false };
}

type Index = (cell: string, row: number, column: number) => number;

/** Category numbers of one byte are counted by the fast way. */
function countGrid(grid: Grid, frame: Frame, index: Index): Table {
  if (frame.categories.length > 127) return tableOf(frame, rowsOf(grid, index));
  const width = grid.coders.length;
  const cells = new Int8Array(grid.cells.length * width);
  grid.cells.forEach((line, row) =>
    line.forEach((cell, column) => (cells[row * width + column] = index(cell, row, column))),
  );
  return denseTable(frame, cells);
}

function rowsOf(grid: Grid, index: Index): Row[] {
  return grid.cells.map((line, row) => ({ units: 1, cells: line.map((cell, column) => index(cell, row, column)) }));
}

/** Without a codebook the categories are those seen, in order of appearance; they are numbers if every one of them is. */
function seenCategories(grid: Grid): Category[] {
  const labels = [...new Set(grid.cells.flat().filter((cell) => cell !== ''))];
  const numeric = labels.every((label) => /^-?\d+(\.\d+)?$/.test(label));
  return labels.map((label) => ({ label, number: numeric ? Number(label) : null }));
}

function metricsFor(scale: readonly number[] | null): string[] {
  if (!scale) return ['nominal'];
  return scale.some((number) => number < 0)
    ? ['nominal', 'ordinal', 'interval']
    : ['nominal', 'ordinal', 'interval', 'ratio'];
}

function setCase(grid: Grid, identity: boolean): MatrixCase {
  const place = new Map<string, number>();
  const sets: string[][] = [];
  const index = (cell: string, row: number, column: number) => {
    if (cell === '') return -1;
    const codes =
      codesOf(cell) ?? fault(`${grid.lineOf(row)}, column ${column + 2}`, `"${cell}" is not a set such as {A|B} or {}`);
    const key = JSON.stringify(codes);
    const known = place.get(key);
    if (known !== undefined) return known;
    place.set(key, sets.length);
    return sets.push(codes) - 1;
  };
  const rows = rowsOf(grid, index);
  const frame: Frame = { categories: [...place.keys()], scale: null, sets, coders: grid.coders, identity };
  return { table: tableOf(frame, rows), metrics: [], setValued: true };
}

/** The codes of `{A|B}`, each once, in one order. */
function codesOf(cell: string): string[] | null {
  const inside = /^\{(.*)\}$/s.exec(cell)?.[1];
  if (inside === undefined) return null;
  return inside === '' ? [] : [...new Set(inside.split('|'))].sort();
}
