import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryArchive, type Contents } from '../memory-archive';
import { anyContents } from '../testing/any-contents';
import { wholeFile } from '../testing/whole-file';
import { formatNamed } from '.';

const folder = mkdtempSync(join(tmpdir(), 'concord-office-'));
const saving = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false';

/** Has LibreOffice open a file and save it as CSV; null where nothing comes of it. */
function resaved(bytes: Uint8Array, ending: string, reading: string[]): string | null {
  const [given, out] = [join(folder, `in.${ending}`), join(folder, 'out')];
  rmSync(out, { recursive: true, force: true });
  writeFileSync(given, bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const all = [profile, '--headless', ...reading, '--convert-to', saving, '--outdir', out, given];
  spawnSync('soffice', all, { stdio: 'ignore', timeout: 90_000 });
  return existsSync(join(out, 'in.csv')) ? readFileSync(join(out, 'in.csv'), 'utf8') : null;
}

/** There is also LibreOffice without Calc. */
const hasCalc = resaved(Buffer.from('a,b\r\n'), 'csv', []) !== null;

/** What spreadsheets take for something else than the words that they are, and what parsers stumble over. */
const hard = [
  ...['=1+1', '=HYPERLINK("http://x","y")', '+1', '-5 percent', '@SUM(A1)', '\t=1', "'=1", '\uff1d1+1'],
  ...['007', '1e5', '1,5', '2022-02-24', '1/2', 'NA', 'TRUE', '12345678901234567890', '0.10', '50%'],
  ...['a "quoted" word', '"', '""', ',', 'two\nlines', 'three\n\nlines\n', ' space around ', "it's", ';', '\\N', '\\'],
  ...['😀 👩‍🚀 🇮🇷', 'é', 'é', 'پایان می‌شود', 'שלום', '中文', '\u202eturned', 'soft\u00adhyphen', 'a\u00a0b', '<b>&amp;'],
];

let contents: Contents;

beforeAll(() => {
  const [any] = fc.sample(
    anyContents().filter(({ codings }) => codings.length > 0),
    { numRuns: 1, seed: 7 },
  );
  const [coding] = any!.codings;
  contents = {
    ...any!,
    codings: hard.map((memo, n) => ({ ...coding!, id: `${coding!.id.slice(0, -4)}${1000 + n}`, memo })),
  };
});
afterAll(() => rmSync(folder, { recursive: true }));

async function written(file: string, flavour: 'exact' | 'excel'): Promise<Buffer> {
  return Buffer.from(await wholeFile(formatNamed(file)!.write(memoryArchive(contents), flavour)));
}

/** The cells as LibreOffice has them once it has opened the file. */
function opened(bytes: Uint8Array, ending: string, reading: string[]): string[][] {
  return parse(resaved(bytes, ending, reading)!, { bom: true }) as string[][];
}

/** Commas, quotation marks, UTF-8, from line 1 on, all columns as text: what the dialog is told that LibreOffice shows. */
function asText(columns: number): string[] {
  const each = Array.from({ length: columns }, (_, n) => `${n + 1}/2`).join('/');
  return [`--infilter=Text - txt - csv (StarCalc):44,34,76,1,${each},0,false,false`];
}

function rows(csv: Buffer): string[][] {
  return parse(csv, { bom: true }) as string[][];
}

describe.skipIf(!hasCalc)('LibreOffice Calc (skipped where it is not installed)', () => {
  it('opens coded passages as CSV with exactly the cells that stand in it, where columns are text', async () => {
    const csv = await written('coded-passages.csv', 'exact');
    const wanted = rows(csv);
    expect(wanted).toHaveLength(hard.length + 1);
    expect(opened(csv, 'csv', asText(wanted[0]!.length))).toEqual(wanted);
  }, 120_000);

  it('runs no formula in the flavour for spreadsheets, even where it is told to run those that it finds', async () => {
    const evaluating = '--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1,true';
    const memos = (all: string[][]) => all.map((row) => row[all[0]!.indexOf('memo')]!);
    const [exact, defused] = [
      await written('coded-passages.csv', 'exact'),
      await written('coded-passages.csv', 'excel'),
    ];
    expect(memos(opened(exact, 'csv', [evaluating])), 'what would be run').toContain('2');
    const [given, found] = [memos(rows(defused)), memos(opened(defused, 'csv', [evaluating]))];
    expect(found).not.toContain('2');
    for (const [n, cell] of given.entries()) if (cell.startsWith("'")) expect(found[n]).toBe(cell);
  }, 120_000);

  it('opens the workbook with the very cells of the CSV', async () => {
    const wanted = rows(await written('coded-passages.csv', 'exact'));
    const sheet = opened(await written('coded-passages.xlsx', 'exact'), 'xlsx', []);
    expect(sheet.map((row) => row.slice(0, wanted[0]!.length))).toEqual(wanted);
  }, 120_000);
});
