import { parse, type InfoRecord } from 'csv-parse/sync';
import { Refusal } from '@/lib/errors';
import type { NumberedRow } from './read-table';

/**
 * The rows of comma-, semicolon- or tab-separated values (RFC 4180 with any of the three). A blank line is no row, but counts.
 * Rows that do not have a cell per column are refused, since nobody can tell which is missing.
 */
export function readSeparated(text: string): NumberedRow[] {
  const options = { delimiter: delimiterOf(text), skip_empty_lines: true, max_record_size: 10_000_000, info: true };
  try {
    const read = parse(text, options) as unknown as { record: string[]; info: InfoRecord }[];
    return read.map(({ record, info }) => ({ number: info.records + info.empty_lines, cells: record }));
  } catch (cause) {
    const { message } = cause as Error;
    throw new Refusal('unreadable', `This table cannot be read: ${message}. Is every quotation mark closed?`, {
      cause,
    });
  }
}

/** The sign that parts the names of the columns: the most frequent one in the first line, outside quotation marks. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 100_000).replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1)[0]!;
  const times = (sign: string) => first.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (times(sign) > times(best) ? sign : best));
}
