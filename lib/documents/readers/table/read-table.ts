import { Refusal } from '@/lib/errors';
import { decode } from '../decode';
import type { Encoding } from '../encodings';
import { begins } from '../kinds';
import { readJsonLines } from './json-lines';
import { readSeparated } from './separated';
import { readWorkbook } from './workbook';

/** A table whose rows are to become documents: the names of its columns, and rows with a cell for each. */
export type TableOfDocuments = {
  header: string[];
  rows: string[][];
  /** Of each row its number as a spreadsheet shows it (the names of columns stand in row 1); in JSON, its line. */
  numbers: number[];
  /** Null for a workbook, which has its own way of writing characters. */
  encoding: Encoding | null;
  /** Nothing in the file says its encoding: somebody should look at the words. */
  guessed: boolean;
};

/** A row as it stands in the file, blank rows counted. */
export type NumberedRow = { number: number; cells: string[] };

export const tableEndings = ['.csv', '.tsv', '.xlsx', '.jsonl', '.ndjson'] as const;

const most = { rows: 20_000, columns: 200 };

/**
 * Reads a table of comma-, semicolon- or tab-separated values (RFC 4180), the first sheet of an Excel workbook, or lines of JSON
 * objects. Cells are what they say, nothing is run. Rows of values that do not have a cell per column are refused by their number.
 */
export async function readTable(
  bytes: Uint8Array,
  { name, encoding: asked = null }: { name: string; encoding?: Encoding | null },
): Promise<TableOfDocuments> {
  if (bytes.length === 0) throw new Refusal('unreadable', 'This table is empty.');
  if (begins(bytes, [0x50, 0x4b])) return { ...checked(await readWorkbook(bytes)), encoding: null, guessed: false };
  const { raw, encoding, guessed } = decode(bytes, { asked });
  const text = raw.replace(/^\ufeff/, '');
  const rows = /\.(jsonl|ndjson)$/i.test(name) ? readJsonLines(text) : readSeparated(text);
  return { ...checked(rows), encoding, guessed };
}

/** The first row names the columns; those without a name are called by their number, and of equal names the later ones, too. */
function checked([first, ...body]: NumberedRow[]): Pick<TableOfDocuments, 'header' | 'rows' | 'numbers'> {
  const head = first?.cells ?? [];
  const width = head.findLastIndex((name) => name.trim() !== '') + 1;
  const rows = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (width === 0 || rows.length === 0) {
    throw new Refusal(
      'unreadable',
      'This table holds no rows below the names of its columns. The first row names them; each further row is a document.',
    );
  }
  if (width > most.columns)
    throw new Refusal(
      'unreadable',
      `This table has more than ${most.columns} columns. Leave out those that say nothing of the documents.`,
    );
  if (rows.length > most.rows)
    throw new Refusal(
      'unreadable',
      `This table has more than ${most.rows.toLocaleString('en')} rows. Please split it.`,
    );
  const header = head.slice(0, width).map((name, at) => name.trim() || `Column ${at + 1}`);
  const named = header.map((name, at) => (header.indexOf(name) === at ? name : `${name} (${at + 1})`));
  return {
    header: named,
    rows: rows.map(({ cells }) => named.map((_, at) => cells[at] ?? '')),
    numbers: rows.map(({ number }) => number),
  };
}
