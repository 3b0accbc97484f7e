import type { TextWriter } from '../text-writer';
import { element, elements, type XmlElement } from '../xml';
import type { LeftOut } from './left-out';
import type { Parts } from './parts';
import { isOn, listOf, outlineOf, type Style } from './styles';

/** Where the words go, and where it is counted what does not. */
export type Into = { writer: TextWriter; left: LeftOut };

type Note = { label: string; note: XmlElement };
type State = Into & {
  parts: Parts;
  /** Notes met so far, written after the body. */
  notes: Note[];
  /** Text boxes of the open paragraph, written after it. */
  boxes: XmlElement[];
  /** In a table cell, whose paragraphs are lines of one block. */
  inCell: boolean;
  /**
   * What the next paragraph does: begins a block; opens one that is begun already (a cell, a note); or continues the
   * one before, whose paragraph mark was struck out.
   */
  next: 'begins' | 'opens' | 'continues';
  paragraph: Style;
};

/** Writes the words of a Word document, its notes after the last paragraph. */
export function writeBody(parts: Parts, into: Into): void {
  const state: State = { ...into, parts, notes: [], boxes: [], inCell: false, next: 'begins', paragraph: {} };
  writeBlocks(state, element(parts.document, 'w:body'));
  // A note may refer to a further note.
  for (let at = 0; at < state.notes.length; at++) writeNote(state, state.notes[at]!);
}

function writeBlocks(state: State, parent: XmlElement | null): void {
  for (const child of elements(parent)) {
    if (child.name === 'w:p') writeParagraph(state, child);
    else if (child.name === 'w:tbl') writeTable(state, child);
    else if (child.name === 'w:del' || child.name === 'w:moveFrom') state.left.deletions += 1;
    else if (transparent.has(child.name)) writeBlocks(state, child);
    else if (child.name === 'mc:AlternateContent')
      writeBlocks(state, element(child, 'mc:Choice') ?? element(child, 'mc:Fallback'));
  }
}

/** Elements that only wrap others: content controls, insertions, links, fields, directions. */
const transparent = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:ruby',
  'w:rubyBase',
  'm:oMathPara',
  'm:oMath',
]);

function writeTable(state: State, table: XmlElement): void {
  for (const row of rowsOf(table)) {
    const properties = element(row, 'w:trPr');
    if (element(properties, 'w:del')) state.left.deletions += 1;
    else if (isOn(element(properties, 'w:hidden'))) state.left.hidden += lengthOf(row);
    else writeRow(state, row);
  }
  state.writer.end();
}

function rowsOf(table: XmlElement): XmlElement[] {
  return elements(table).flatMap((child) =>
    child.name === 'w:tr' ? [child] : transparent.has(child.name) ? rowsOf(child) : [],
  );
}

function writeRow(state: State, row: XmlElement): void {
  const cells = elements(row).flatMap((child) => (child.name === 'w:tc' ? [child] : descendantsThrough(child)));
  for (const [index, cell] of cells.entries()) {
    state.writer.begin({ kind: 'table-cell', row: index === 0 });
    writeBlocks({ ...state, inCell: true, next: 'opens' }, cell);
  }
}

function descendantsThrough(parent: XmlElement): XmlElement[] {
  return transparent.has(parent.name)
    ? elements(parent).flatMap((child) => (child.name === 'w:tc' ? [child] : descendantsThrough(child)))
    : [];
}

function writeParagraph(state: State, paragraph: XmlElement): void {
  const properties = element(paragraph, 'w:pPr');
  const style = state.parts.styles.styleOf(element(properties, 'w:pStyle')?.attributes['w:val']);
  state.paragraph = style;
  if (state.next !== 'continues') beginParagraph(state, properties, style);
  state.next = isMarkGone(properties) ? 'continues' : 'begins';
  writeInline(state, paragraph);
  const boxes = state.boxes.splice(0);
  for (const box of boxes) writeBlocks({ ...state, inCell: false, next: 'begins', boxes: [] }, box);
}

function beginParagraph(state: State, properties: XmlElement | null, style: Style): void {
  const level = outlineOf(properties) ?? style.heading;
  const said = listOf(properties);
  const list = said === undefined ? style.list : said;
  const label = list ? state.parts.numbering.next(list) : '';
  if (state.next === 'begins') beginBlock(state, { level, list, quote: style.quote });
  if (label) state.writer.label(`${label} `);
}

type Kind = { level: number | undefined; list: { level: number } | null | undefined; quote: boolean | undefined };

function beginBlock(state: State, { level, list, quote }: Kind): void {
  if (state.inCell) state.writer.write('\n');
  else if (level !== undefined) state.writer.begin({ kind: 'heading', level });
  else if (list) state.writer.begin({ kind: 'list-item', level: list.level + 1 });
  else state.writer.begin({ kind: quote ? 'quote' : 'paragraph' });
}

/** True when the mark that ends a paragraph was struck out, so that the next paragraph continues it. */
function isMarkGone(properties: XmlElement | null): boolean {
  const mark = element(properties, 'w:rPr');
  return element(mark, 'w:del') !== null || element(mark, 'w:moveFrom') !== null;
}

function writeInline(state: State, parent: XmlElement): void {
  for (const child of elements(parent)) {
    if (child.name === 'w:r' || child.name === 'm:r') writeRun(state, child);
    else if (child.name === 'w:del' || child.name === 'w:moveFrom') state.left.deletions += 1;
    else if (child.name === 'w:ins' || child.name === 'w:moveTo') {
      state.left.insertions += 1;
      writeInline(state, child);
    } else if (transparent.has(child.name) || child.name.startsWith('m:')) writeInline(state, child);
    else if (child.name === 'mc:AlternateContent') writeInline(state, chosen(child));
  }
}

/** Word writes a drawing twice, for newer and for older programs. */
function chosen(alternatives: XmlElement): XmlElement {
  return element(alternatives, 'mc:Choice') ?? element(alternatives, 'mc:Fallback') ?? alternatives;
}

function writeRun(state: State, run: XmlElement): void {
  const properties = element(run, 'w:rPr');
  if (element(properties, 'w:del')) state.left.deletions += 1;
  else if (isHidden(state, properties)) state.left.hidden += lengthOf(run);
  else for (const child of elements(run)) writePiece(state, child);
}

/** Hidden by the run itself, else by its character style, else by its paragraph's style. */
function isHidden(state: State, properties: XmlElement | null): boolean {
  const own = isOn(element(properties, 'w:vanish'));
  const style = state.parts.styles.styleOf(element(properties, 'w:rStyle')?.attributes['w:val']);
  return own ?? style.hidden ?? state.paragraph.hidden ?? false;
}

function writePiece(state: State, piece: XmlElement): void {
  const { writer } = state;
  const sign = signs[piece.name];
  if (sign !== undefined) writer.write(sign);
  else if (piece.name === 'w:t' || piece.name === 'm:t')
    writer.write(piece.children.filter((words) => typeof words === 'string').join(''));
  else if (piece.name === 'w:sym') writeSymbol(state, piece);
  else if (piece.name === 'w:footnoteReference') writeReference(state, piece, state.parts.footnotes);
  else if (piece.name === 'w:endnoteReference') writeReference(state, piece, state.parts.endnotes);
  else if (piece.name === 'mc:AlternateContent') writePiece(state, chosen(piece));
  else if (piece.name === 'w:ruby') writeInline(state, piece);
  else if (piece.name !== 'w:rPr') findBoxes(state, piece);
}

const signs: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
};

/** Letters of symbol fonts lie in a private range that means nothing without the font. */
function writeSymbol(state: State, symbol: XmlElement): void {
  const code = Number.parseInt(symbol.attributes['w:char'] ?? '', 16);
  if (code >= 0x20 && code < 0xd800) state.writer.write(String.fromCharCode(code));
  else state.left.unknownSigns += 1;
}

function writeReference(state: State, reference: XmlElement, notes: ReadonlyMap<string, XmlElement>): void {
  const note = notes.get(reference.attributes['w:id'] ?? '');
  if (!note) return;
  const label = `[${state.notes.length + 1}]`;
  state.notes.push({ label, note });
  state.writer.write(label);
}

function writeNote(state: State, { label, note }: Note): void {
  state.writer.begin({ kind: 'paragraph' });
  state.writer.write(`${label} `);
  writeBlocks({ ...state, next: 'opens' }, note);
}

/** Text boxes lie deep inside drawings. */
function findBoxes(state: State, parent: XmlElement): void {
  for (const child of elements(parent)) {
    if (child.name === 'w:txbxContent') state.boxes.push(child);
    else findBoxes(state, child.name === 'mc:AlternateContent' ? chosen(child) : child);
  }
}

function lengthOf(parent: XmlElement): number {
  return elements(parent).reduce(
    (sum, child) => sum + (child.name === 'w:t' ? child.children.join('').length : lengthOf(child)),
    0,
  );
}
