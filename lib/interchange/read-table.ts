import { decode } from '@/lib/documents/readers/decode';
import { encodingName } from '@/lib/documents/readers/encodings';
import { readSeparated } from '@/lib/documents/readers/table/separated';
import { readWorkbook } from '@/lib/documents/readers/table/workbook';
import { Refusal } from '@/lib/errors';
import { undefuse } from './defuse';
import { onlyFile, type Incoming } from './incoming';
import { isZip } from './zip-read';

/** A table as it was read: the names of its columns, trimmed, and rows with a cell for each. */
export type ReadTable = {
  header: string[];
  rows: string[][];
  /** The encoding in words, if it had to be guessed. */
  guessed: string | null;
};

/**
 * Reads a table of comma-, semicolon- or tab-separated values (RFC 4180 with any of the three) in whatever encoding. Rows
 * that do not have a cell per column are refused, since nobody can tell which is missing. An Excel workbook gives its first
 * sheet. What Concord defused for spreadsheets is taken back.
 */
export async function readTable(incoming: Incoming): Promise<ReadTable> {
  const bytes = onlyFile(incoming);
  if (!bytes || bytes.length === 0) throw new Refusal('unreadable', 'This table is empty.');
  if (isZip(bytes)) return checked(evened(cellsOf(await readWorkbook(bytes))), { defused: false, guessed: null });
  const { raw, guessed, encoding } = decode(bytes, { asked: null });
  const rows = cellsOf(readSeparated(raw.replace(/^\ufeff/, '')));
  return checked(rows, { defused: raw.startsWith('\ufeff'), guessed: guessed ? encodingName(encoding) : null });
}

/** The first row as names. Only Concord's own tables for spreadsheets, which begin with a mark, are defused. */
function checked(
  [header = [], ...rows]: string[][],
  { defused, guessed }: { defused: boolean; guessed: string | null },
): ReadTable {
  if (header.length > mostColumns) throw new Refusal('unreadable', `This table has more than ${mostColumns} columns.`);
  const names = header.map((name) => name.trim());
  const own = defused && names.some((name) => /^(coding|code)_id$/.test(name));
  return { header: names, rows: own ? rows.map((row) => row.map(undefuse)) : rows, guessed };
}

/** True for a file that is called like a table; reading anything as one to find out would cost too much. */
export function isCalledTable({ name }: Incoming): boolean {
  return /\.(csv|tsv|tab|txt|xlsx)$/i.test(name);
}

/** The position of the first column that bears one of these names, in the order of the names; -1 if none does. */
export function columnOf({ header }: ReadTable, names: readonly string[]): number {
  const known = header.map((name) => name.toLowerCase());
  return names.map((name) => known.indexOf(name)).find((index) => index >= 0) ?? -1;
}

const mostColumns = 2000;

/** No message of an import names a row by its number, so only the cells are kept. */
function cellsOf(rows: readonly { cells: string[] }[]): string[][] {
  return rows.map(({ cells }) => cells);
}

/** A workbook leaves empty cells at the end of rows out, and may have empty rows. */
function evened(rows: string[][]): string[][] {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  const width = filled[0]?.length ?? 0;
  return filled.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
}
