import { fault } from './fault';

export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

/**
 * The records of a CSV text by RFC 4180: cells in double quotes may hold commas, line ends and doubled quotes. Cells are
 * taken as they stand, never trimmed. Blank lines are skipped. Lines count from 1, for faults.
 */
export function csvRecords(source: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const cells: string[] = [];
    const first = line;
    for (;;) {
      const cell = source[at] === '"' ? quotedCell(source, at, line) : bareCell(source, at);
      cells.push(cell.value);
      line += cell.lines;
      at = cell.end;
      if (source[at] !== ',') break;
      at += 1;
    }
    if (at < source.length && !/[\r\n]/.test(source[at] ?? ''))
      fault(`line ${line}`, 'text after a closing quote; double the quotes inside a cell');
    at += source.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    if (cells.length > 1 || cells[0] !== '') records.push({ line: first, cells });
  }
  return records;
}

type Cell = { readonly value: string; readonly end: number; readonly lines: number };

function bareCell(source: string, start: number): Cell {
  let end = start;
  while (end < source.length && !',\r\n'.includes(source[end] ?? '')) end += 1;
  return { value: source.slice(start, end), end, lines: 0 };
}

function quotedCell(source: string, start: number, line: number): Cell {
  let end = source.indexOf('"', start + 1);
  while (end !== -1 && source[end + 1] === '"') end = source.indexOf('"', end + 2);
  if (end === -1) fault(`line ${line}`, 'a quoted cell is not closed');
  const value = source.slice(start + 1, end).replaceAll('""', '"');
  return { value, end: end + 1, lines: value.split('\n').length - 1 };
}
