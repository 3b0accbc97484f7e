import { listLabel } from '../list-labels';
import type { TextWriter } from '../text-writer';
import { elements, textIn, type XmlElement } from '../xml';
import type { OpenStyles } from './styles';

export type LeftOut = { changes: number; hidden: number; comments: number };

type Into = { writer: TextWriter; styles: OpenStyles };
type Note = { label: string; body: XmlElement };
type State = Into & {
  left: LeftOut;
  notes: Note[];
  /** Text boxes of the open paragraph, written after it. */
  boxes: XmlElement[];
  /** What the next paragraph does: begins a block, opens one that is begun already, or is a further line of a cell. */
  next: 'begins' | 'opens' | 'adds';
  inCell: boolean;
  list: List | null;
  /** The numbers that each list style reached, for lists that continue an earlier one. */
  reached: Map<string | undefined, number | undefined>;
};
type List = { style: string | undefined; level: number; counts: (number | undefined)[]; label: string };

/** Writes the words of an OpenDocument text, its notes after the last paragraph; tells what stayed outside. */
export function writeOpenBody(body: XmlElement, into: Into): LeftOut {
  const left = { changes: 0, hidden: 0, comments: 0 };
  const state: State = {
    ...into,
    left,
    notes: [],
    boxes: [],
    next: 'begins',
    inCell: false,
    list: null,
    reached: new Map(),
  };
  writeBlocks(state, body);
  for (let at = 0; at < state.notes.length; at++) {
    const { label, body: note } = state.notes[at]!;
    state.writer.begin({ kind: 'paragraph' });
    state.writer.write(`${label} `);
    writeBlocks({ ...state, next: 'opens', list: null }, note);
  }
  return left;
}

function writeBlocks(state: State, parent: XmlElement): void {
  for (const child of elements(parent)) {
    const { name, attributes } = child;
    if (name === 'text:p' || name === 'text:h') writeParagraph(state, child);
    else if (name === 'text:list') writeList(state, child);
    else if (name === 'table:table') writeTable(state, child);
    else if (name === 'text:tracked-changes') state.left.changes += elements(child, 'text:changed-region').length;
    else if (name === 'text:section' && attributes['text:display'] === 'none') state.left.hidden += 1;
    else if (name.startsWith('draw:')) writeBlocks(state, child);
    else if (containers.has(name)) writeBlocks(state, child);
  }
}

/** Sections, indexes and their bodies only wrap paragraphs. */
const containers = new Set([
  'text:section',
  'text:table-of-content',
  'text:alphabetical-index',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
  'text:bibliography',
  'text:index-body',
  'text:index-title',
  'text:numbered-paragraph',
]);

function writeList(state: State, list: XmlElement): void {
  const { attributes } = list;
  const outer = state.list;
  const style = attributes['text:style-name'] ?? outer?.style;
  const level = (outer?.level ?? -1) + 1;
  const counts = outer?.counts.slice(0, level) ?? [];
  const continues = attributes['text:continue-numbering'] === 'true' || attributes['text:continue-list'] !== undefined;
  if (continues && !outer) counts[0] = state.reached.get(style);
  for (const item of elements(list)) {
    if (item.name === 'text:list-item') counts[level] = nextNumber(state, item, { style, level, counts, label: '' });
    else if (item.name !== 'text:list-header') continue;
    const label = item.name === 'text:list-item' ? listLabel(state.styles.levels(style), counts, level) : '';
    writeBlocks({ ...state, list: { style, level, counts: [...counts], label } }, item);
  }
  if (!outer) state.reached.set(style, counts[0]);
  state.next = state.inCell ? 'adds' : 'begins';
}

function nextNumber(state: State, item: XmlElement, { style, level, counts }: List): number {
  const said = item.attributes['text:start-value'];
  const begun = counts[level];
  if (said !== undefined) return Number(said);
  return begun === undefined ? (state.styles.levels(style)[level]?.start ?? 1) : begun + 1;
}

function writeTable(state: State, table: XmlElement): void {
  for (const row of rowsOf(table)) {
    const cells = elements(row, 'table:table-cell');
    for (const [index, cell] of cells.entries()) {
      state.writer.begin({ kind: 'table-cell', row: index === 0 });
      writeBlocks({ ...state, next: 'opens', inCell: true, list: null }, cell);
    }
  }
  state.writer.end();
}

/** Rows may lie in groups: header rows, collapsed rows. */
function rowsOf(table: XmlElement): XmlElement[] {
  return elements(table).flatMap((child) =>
    child.name === 'table:table-row'
      ? [child]
      : /^table:table-(?:header-rows|rows|row-group)$/.test(child.name)
        ? rowsOf(child)
        : [],
  );
}

function writeParagraph(state: State, paragraph: XmlElement): void {
  const style = paragraph.attributes['text:style-name'];
  if (state.styles.hides(style)) return void (state.left.hidden += 1);
  if (state.next === 'adds') state.writer.write('\n');
  else if (state.next === 'begins') state.writer.begin(beginningOf(state, paragraph));
  state.next = state.inCell ? 'adds' : 'begins';
  if (state.list?.label) {
    state.writer.label(`${state.list.label} `);
    // Only the first paragraph of an item carries its number.
    state.list = { ...state.list, label: '' };
  }
  writeInline(state, paragraph);
  for (const box of state.boxes.splice(0)) writeBlocks({ ...state, next: 'begins', inCell: false, list: null }, box);
}

function beginningOf({ list, styles }: State, { name, attributes }: XmlElement) {
  if (name === 'text:h')
    return { kind: 'heading', level: Math.min(Number(attributes['text:outline-level'] ?? 1) || 1, 9) } as const;
  if (list) return { kind: 'list-item', level: list.level + 1 } as const;
  return { kind: styles.quotes(attributes['text:style-name']) ? 'quote' : 'paragraph' } as const;
}

/** White space of the file itself counts as one space; several in a row are written as elements. */
function writeInline(state: State, parent: XmlElement): void {
  for (const child of parent.children) {
    if (typeof child === 'string') state.writer.write(child.replace(/[ \t\r\n]+/g, ' '));
    else writePiece(state, child);
  }
}

function writePiece(state: State, piece: XmlElement): void {
  const { name, attributes } = piece;
  if (name === 'text:s') state.writer.write(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 200)));
  else if (name === 'text:tab') state.writer.write('\t');
  else if (name === 'text:line-break') state.writer.write('\n');
  else if (name === 'text:note') writeReference(state, piece);
  else if (name === 'office:annotation') state.left.comments += 1;
  else if (name === 'text:hidden-text' || name === 'text:hidden-paragraph') state.left.hidden += 1;
  else if (name === 'text:ruby') writeInline(state, { ...piece, children: elements(piece, 'text:ruby-base') });
  else if (name === 'text:span' && state.styles.hides(attributes['text:style-name'])) state.left.hidden += 1;
  else if (name === 'draw:text-box') state.boxes.push(piece);
  else if (name.startsWith('draw:')) for (const child of elements(piece)) writePiece(state, child);
  else if (name.startsWith('text:')) writeInline(state, piece);
}

function writeReference(state: State, note: XmlElement): void {
  const body = elements(note, 'text:note-body')[0];
  if (!body || textIn(body).trim() === '') return;
  const label = `[${state.notes.length + 1}]`;
  state.notes.push({ label, body });
  state.writer.write(label);
}
