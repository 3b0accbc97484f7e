import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWorkbook } from '@/lib/documents/readers/table/workbook';
import { memoryArchive, type Contents } from '../memory-archive';
import { anyContents } from '../testing/any-contents';
import { wholeFile } from '../testing/whole-file';
import { workbook } from '../xlsx-write';
import { xmlSafe } from '../xml-write';
import { formatNamed } from '.';

async function cells(file: Uint8Array): Promise<string[][]> {
  return (await readWorkbook(file)).map((row) => row.cells);
}

async function passages(contents: Contents): Promise<string[][]> {
  return cells(await wholeFile(formatNamed('coded-passages.xlsx')!.write(memoryArchive(contents), 'exact')));
}

it('holds the very cells of coded-passages.csv, whatever is in them', async () => {
  await fc.assert(
    fc.asyncProperty(anyContents(), async (contents) => {
      const csv = await wholeFile(formatNamed('coded-passages.csv')!.write(memoryArchive(contents), 'exact'));
      const rows = parse(csv.toString(), { record_delimiter: '\r\n' }) as string[][];
      const wanted = rows.map((row, index) => [...row.map(xmlSafe), index === 0 ? 'quote_cut' : 'FALSE']);
      expect(await passages(contents)).toEqual(wanted);
    }),
    { numRuns: 15 },
  );
}, 30_000);

it('cuts what no cell can hold, marks it, and splits no character', async () => {
  const [contents] = fc.sample(
    anyContents().filter(({ codings }) => codings.length > 0),
    { numRuns: 1, seed: 5 },
  );
  const memo = '😀'.repeat(20_000);
  const codings = contents!.codings.slice(0, 1).map((coding) => ({ ...coding, memo }));
  const [header, row] = (await passages({ ...contents!, codings })) as [string[], string[]];
  const cell = row[header.indexOf('memo')]!;
  expect(cell.length).toBeLessThanOrEqual(32_767);
  expect(cell).toMatch(/^(😀)+ \[…\]$/u);
  expect(row[header.indexOf('quote_cut')]).toBe('TRUE');
});

it('types every text as text: no cell of it is a formula, and Excel’s own escapes stay words', async () => {
  const hard = ['=1+1', '+1', '-1', '@x', '\t=1', '_x0041_', 'a\r\nb', ' space ', '007', '1e5', '<b>&'];
  const file = await wholeFile(workbook([{ name: 'a & b', header: hard, rows: [[...hard, 12, true, null]] }]));
  expect(await cells(file)).toEqual([hard, [...hard, '12', 'TRUE']]);
});

it('goes on in another sheet where one is full', async () => {
  const file = await wholeFile(workbook([{ name: 'all', header: ['n'], rows: [[1], [2], [3]] }], 3));
  expect(Object.keys(unzipSync(file)).filter((name) => name.includes('sheet'))).toHaveLength(2);
  expect(await cells(file)).toEqual([['n'], ['1'], ['2']]);
});
