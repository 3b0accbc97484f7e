import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cells, cellWriter, fileStart, flavours, recordEnd, type Flavour } from './csv';
import { undefuse } from './defuse';

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('"', ',', '\n', '\r', "'", '=', ' ', 'a', '😀', 'س'), { maxLength: 10 })
    .map((all) => all.join('')),
);
/** Tables of at least two columns: a record of one empty cell would be an empty line. */
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((wide) => fc.array(fc.array(cell, { minLength: wide, maxLength: wide }), { minLength: 1, maxLength: 6 }));

function written(rows: string[][], flavour: Flavour): string {
  return fileStart(flavour) + rows.map((row) => cells(cellWriter(flavour), row) + recordEnd).join('');
}

function strictly(file: string): string[][] {
  return parse(file, {
    record_delimiter: '\r\n',
    relax_quotes: false,
    relax_column_count: false,
    skip_empty_lines: false,
  });
}

it('writes any cells so that a strict reader of RFC 4180 gets exactly them', () => {
  fc.assert(
    fc.property(table, (rows) => void expect(strictly(written(rows, 'exact'))).toEqual(rows)),
    { numRuns: 500 },
  );
});

it('writes for Excel so that taking the mark and the apostrophes off again gives exactly the cells', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const file = written(rows, 'excel');
      expect(file.startsWith('\ufeff')).toBe(true);
      expect(strictly(file.slice(1)).map((row) => row.map(undefuse))).toEqual(rows);
    }),
    { numRuns: 500 },
  );
});

it('leaves a missing value empty and writes truth as R, pandas and Excel read it', () => {
  for (const flavour of flavours)
    expect(cells(cellWriter(flavour), [null, true, false, 0, 12])).toBe(',TRUE,FALSE,0,12');
});
