import { encoded } from './byte-writer';
import type { Cell } from './csv';
import { xmlAttribute, xmlSafe } from './xml-write';
import { zipped, type ZipEntry } from './zip-write';

type Row = readonly Cell[];

/** A sheet of a workbook: the names of its columns, and rows that may come as they are made. */
export type Sheet = { name: string; header: readonly string[]; rows: AsyncIterable<Row> | Iterable<Row> };

/** Excel calls a file damaged that has more in a cell, and has no more rows. */
export const longestCell = 32_767;
const mostRows = 1_048_576;
/** What a cell ends in that was cut. */
const cutMark = ' […]';

/**
 * An Excel workbook (Office Open XML), row by row. Every text is typed as text: nothing in it can run as a formula or be
 * taken for a date. What is too long for a cell is cut and marked; rows that do not fit into a sheet go on in another.
 */
export function workbook(sheets: readonly Sheet[], most = mostRows): AsyncGenerator<Uint8Array> {
  return zipped(entries(sheets, most));
}

/** True for a text that no cell can hold whole. */
export function isTooLong(text: string): boolean {
  return escaped(text).length > longestCell;
}

async function* entries(sheets: readonly Sheet[], most: number): AsyncGenerator<ZipEntry> {
  const names: string[] = [];
  for (const sheet of sheets) {
    const feed = new Feed(sheet.rows);
    for (let part = 1; part === 1 || !(await feed.isEmpty()); part += 1) {
      names.push(part === 1 ? sheet.name : `${sheet.name} ${part}`);
      yield { name: `xl/worksheets/sheet${names.length}.xml`, content: sheetXml(sheet.header, feed, most) };
    }
  }
  yield* frame(names);
}

/** Rows that several sheets take from one after the other. */
class Feed {
  private readonly source: AsyncIterator<Row> | Iterator<Row>;
  private ahead: IteratorResult<Row> | null = null;

  constructor(rows: Sheet['rows']) {
    this.source = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  }

  async isEmpty(): Promise<boolean> {
    this.ahead ??= await this.source.next();
    return this.ahead.done === true;
  }

  /** The next row; only after `isEmpty` said no. */
  take(): Row {
    const { value } = this.ahead!;
    this.ahead = null;
    return value as Row;
  }
}

async function* sheetXml(header: readonly string[], feed: Feed, most: number): AsyncGenerator<Uint8Array> {
  yield encoded(
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`,
  );
  let held = rowXml(header, 1);
  for (let at = 2; at <= most && !(await feed.isEmpty()); at += 1) {
    held += rowXml(feed.take(), at);
    if (held.length < 50_000) continue;
    yield encoded(held);
    held = '';
  }
  yield encoded(`${held}</sheetData></worksheet>`);
}

function rowXml(row: Row, at: number): string {
  return `<row r="${at}">${row.map((cell, index) => cellXml(cell, `${columnName(index)}${at}`)).join('')}</row>`;
}

function cellXml(cell: Cell, place: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${markup(fitting(cell))}</t></is></c>`;
}

/** As much as a cell holds, never half a character pair. */
function fitting(text: string): string {
  const safe = escaped(text);
  if (safe.length <= longestCell) return safe;
  const kept = safe.slice(0, longestCell - cutMark.length);
  return (kept.isWellFormed() ? kept : kept.slice(0, -1)) + cutMark;
}

/** What XML cannot hold is replaced; what Excel would read as one of its own `_x000D_` escapes is escaped itself. */
function escaped(text: string): string {
  return xmlSafe(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\r', '_x000D_');
}

function markup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A, B, ..., Z, AA, ... */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What holds the sheets together, which can only be written once it is known how many there are. */
function* frame(names: readonly string[]): Generator<ZipEntry> {
  const each = (write: (n: number, name: string) => string) =>
    names.map((name, index) => write(index + 1, name)).join('');
  const file = (name: string, xml: string): ZipEntry => ({ name, content: [encoded(declaration + xml)] });
  const sheet = (n: number, name: string) => `<sheet name="${xmlAttribute(name)}" sheetId="${n}" r:id="rId${n}"/>`;
  yield file(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each(sheet)}</sheets></workbook>`,
  );
  const relation = (n: number) =>
    `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`;
  yield file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packaging}/relationships">${each(relation)}</Relationships>`,
  );
  yield file(
    '_rels/.rels',
    `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  const part = (n: number) =>
    `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`;
  yield file(
    '[Content_Types].xml',
    `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${each(part)}</Types>`,
  );
}
