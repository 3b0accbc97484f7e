import { Refusal } from '@/lib/errors';
import { childOf, childrenOf, readXml, type XmlElement } from './xml-read';
import { openZip, type ZipFiles } from './zip-read';

/** The cells of a workbook's first sheet as text, row by row; shorter rows end where their last cell is. */
export async function readWorkbook(bytes: Uint8Array): Promise<string[][]> {
  const zip = await openZip(bytes);
  const name = firstSheet(zip);
  const shared = await sharedTexts(zip);
  const sheet = readXml(await zip.bytes(name), name);
  return childrenOf(childOf(sheet, 'sheetData'), 'row').map((row) => cellsOf(row, shared));
}

function firstSheet({ names }: ZipFiles): string {
  const numbered = names.filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  const [first] = numbered.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  if (first) return first;
  throw new Refusal(
    'unreadable',
    'This is no Excel workbook that could be read: it has no sheet. Save the table as CSV.',
  );
}

async function sharedTexts(zip: ZipFiles): Promise<string[]> {
  const name = 'xl/sharedStrings.xml';
  if (!zip.names.includes(name)) return [];
  return childrenOf(readXml(await zip.bytes(name), name), 'si').map(textIn);
}

/** A text may be cut into runs of one style each; readings of East Asian words (`rPh`) are no part of it. */
function textIn(element: XmlElement): string {
  const own = childrenOf(element, 't').map(({ text }) => text);
  const runs = childrenOf(element, 'r').flatMap((run) => childrenOf(run, 't').map(({ text }) => text));
  return [...own, ...runs]
    .join('')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function cellsOf(row: XmlElement, shared: readonly string[]): string[] {
  const cells: string[] = [];
  for (const cell of childrenOf(row, 'c')) {
    const column = columnIndex(cell.attributes.get('r')) ?? cells.length;
    while (cells.length < column) cells.push('');
    cells.push(valueOf(cell, shared));
  }
  return cells;
}

function valueOf(cell: XmlElement, shared: readonly string[]): string {
  const value = childOf(cell, 'v')?.text ?? '';
  const type = cell.attributes.get('t');
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'inlineStr') return textIn(childOf(cell, 'is') ?? cell);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  return value;
}

/** 0 for A, 26 for AA; null where the cell does not say. */
function columnIndex(place: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place ?? '')?.[1];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
}
