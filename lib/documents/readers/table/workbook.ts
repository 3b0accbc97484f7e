import { Refusal } from '@/lib/errors';
import { element, elements, parseXml, type XmlElement } from '../xml';
import { openZip, type Archive } from '../zip';
import type { NumberedRow } from './read-table';

/** The cells of a workbook's first sheet as text, row by row. Rows that are empty may be left out of the file: each says its number. */
export async function readWorkbook(bytes: Uint8Array): Promise<NumberedRow[]> {
  const archive = await openZip(bytes, 'an Excel workbook (.xlsx)');
  const sheet = await part(archive, await firstSheet(archive));
  const shared = elements(await part(archive, 'xl/sharedStrings.xml'), 'si').map(textOf);
  const book = { shared, dates: dateStyles(await part(archive, 'xl/styles.xml')) };
  return elements(element(sheet, 'sheetData'), 'row').map((row, index) => {
    return { number: Number(row.attributes.r) || index + 1, cells: cellsOf(row, book) };
  });
}

type Book = { shared: readonly string[]; dates: ReadonlySet<number> };

async function part(archive: Archive, name: string): Promise<XmlElement | null> {
  const bytes = await archive.read(name);
  return bytes && parseXml(bytes, `The part ${name} of the workbook`);
}

/** The sheet that the workbook lists first: the numbers in the names of files say nothing of the order of tabs. */
async function firstSheet(archive: Archive): Promise<string> {
  const listed = elements(element(await part(archive, 'xl/workbook.xml'), 'sheets'), 'sheet')[0]?.attributes['r:id'];
  const relation = elements(await part(archive, 'xl/_rels/workbook.xml.rels')).find(
    ({ attributes }) => attributes.Id === listed,
  );
  const target = relation?.attributes.Target ?? 'worksheets/sheet1.xml';
  const name = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  if (archive.names.includes(name)) return name;
  throw new Refusal(
    'unreadable',
    'This is no Excel workbook that could be read: it has no sheet. Save the table as CSV.',
  );
}

/** A text may be cut into runs of one style each; readings of East Asian words (`rPh`) are no part of it. */
function textOf(item: XmlElement): string {
  const pieces = [...elements(item, 't'), ...elements(item, 'r').flatMap((run) => elements(run, 't'))];
  const words = pieces.flatMap(({ children }) => children.filter((child) => typeof child === 'string')).join('');
  return words.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function cellsOf(row: XmlElement, book: Book): string[] {
  const cells: string[] = [];
  for (const cell of elements(row, 'c')) {
    const column = columnIndex(cell.attributes.r) ?? cells.length;
    while (cells.length < column) cells.push('');
    cells.push(valueOf(cell, book));
  }
  return cells;
}

function valueOf(cell: XmlElement, { shared, dates }: Book): string {
  const { t: type = 'n', s: style = '0' } = cell.attributes;
  const said = element(cell, 'v');
  const value = said ? said.children.join('') : '';
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'inlineStr') return textOf(element(cell, 'is') ?? cell);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  return type === 'n' && value !== '' && dates.has(Number(style)) ? dayOf(Number(value)) : value;
}

/** 0 for A, 26 for AA, 16,383 for the last column there is; null where the cell does not say. */
function columnIndex(place: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place ?? '')?.[1];
  if (!letters) return null;
  const index = [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
  return index < 16_384 ? index : null;
}

/** Which cell styles show a number as a date: those of the built-in formats for dates, and of formats with a year or a day. */
function dateStyles(styles: XmlElement | null): Set<number> {
  const own = elements(element(styles, 'numFmts'), 'numFmt').filter(({ attributes: { formatCode = '' } }) =>
    /[yd]/i.test(formatCode.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')),
  );
  const formats = new Set([...builtIn, ...own.map(({ attributes }) => attributes.numFmtId ?? '')]);
  const cells = elements(element(styles, 'cellXfs'), 'xf');
  return new Set(cells.flatMap(({ attributes }, index) => (formats.has(attributes.numFmtId ?? '') ? [index] : [])));
}

/** ECMA-376 part 1, 18.8.30: 14 to 17 and 22 show days. */
const builtIn = ['14', '15', '16', '17', '22'];

/** Excel counts days from 30 December 1899 (its 1900 had a 29 February); a time has no zone there and is left out. */
function dayOf(serial: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 10);
}
