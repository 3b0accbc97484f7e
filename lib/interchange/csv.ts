import { defuse } from './defuse';

/**
 * Two kinds of CSV. `exact` is RFC 4180 and alters nothing: for R, Python and archives. `excel` begins with a byte order
 * mark, without which Excel takes UTF-8 for something else, and puts an apostrophe before what it would run as a formula.
 */
export const flavours = ['exact', 'excel'] as const;
export type Flavour = (typeof flavours)[number];

/** A missing value is an empty cell, never the letters NA. */
export type Cell = string | number | boolean | null;

/** RFC 4180 ends every record like this; a line end inside a cell stays as it is. */
export const recordEnd = '\r\n';

/** What a file of this flavour begins with. */
export function fileStart(flavour: Flavour): string {
  return flavour === 'excel' ? '\ufeff' : '';
}

/** The way to write one cell of this flavour. */
export function cellWriter(flavour: Flavour): (cell: Cell) => string {
  return flavour === 'excel' ? (cell) => quoted(defuse(asText(cell))) : (cell) => quoted(asText(cell));
}

/** Several cells, without the end of the record. */
export function cells(write: (cell: Cell) => string, values: readonly Cell[]): string {
  return values.map(write).join(',');
}

/** Truth is written as R, pandas and Excel all read it. */
function asText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return String(cell);
}

const needsQuotes = /[",\r\n]/;

function quoted(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
