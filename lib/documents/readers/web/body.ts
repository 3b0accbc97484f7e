import { listLabel } from '../list-labels';
import type { TextWriter } from '../text-writer';
import { attribute, isElement, type Element } from './page';

type State = {
  writer: TextWriter;
  /** How many lists we are in. */
  list: number;
  /** The numbers of the list we are in, if it has any. */
  numbers: { next: number; format: string } | null;
  quote: boolean;
  cell: boolean;
  literal: boolean;
  /** Shared by all: whether a space is due before the next words, and whether none may be since a line begins. */
  flow: { due: boolean; bare: boolean };
};

/** Writes the words of an element: white space as browsers show it, blocks where a browser would break. */
export function writeElement(writer: TextWriter, root: Element): void {
  const flow = { due: false, bare: true };
  writeChildren({ writer, list: 0, numbers: null, quote: false, cell: false, literal: false, flow }, root);
  writer.end();
}

/** What is no part of what is said: programs, forms, menus, and what a page hides. */
export function isLeftOut(element: Element): boolean {
  if (silent.has(element.tagName) || menuRoles.has(attribute(element, 'role'))) return true;
  const hides = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/.test(
    attribute(element, 'style'),
  );
  return hides || element.attrs.some(({ name }) => name === 'hidden') || attribute(element, 'aria-hidden') === 'true';
}

const silent = new Set(
  'script style noscript template head title iframe object embed svg math canvas audio video select datalist button input textarea nav dialog menu noframes'.split(
    ' ',
  ),
);
const menuRoles = new Set(['navigation', 'search', 'menu', 'menubar', 'dialog', 'alertdialog']);

function writeChildren(state: State, parent: Element): void {
  for (const child of parent.childNodes) {
    if (isElement(child)) writeChild(state, child);
    else if (child.nodeName === '#text' && 'value' in child) writeWords(state, child.value);
  }
}

function writeChild(state: State, element: Element): void {
  if (isLeftOut(element)) return;
  const { tagName } = element;
  if (tagName === 'br') return newLine(state);
  if (tagName === 'tr') return writeRow(state, element);
  if (!blocks.has(tagName)) return writeChildren(state, element);
  const inside = insideOf(state, element);
  begin(inside, tagName);
  if (tagName === 'li') writeLabel(state, element);
  writeChildren(inside, element);
  begin(state, '');
}

/** Elements that browsers begin on a line of their own. */
const blocks = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr legend li main ol p pre section summary table tbody tfoot thead caption ul'
  ).split(' '),
);

function insideOf(state: State, { tagName, attrs }: Element): State {
  const said = (name: string) => attrs.find((each) => each.name === name)?.value ?? '';
  const numbers = { next: Number(said('start')) || 1, format: formats[said('type')] ?? 'decimal' };
  if (tagName === 'ul' || tagName === 'ol')
    return { ...state, list: state.list + 1, numbers: tagName === 'ol' ? numbers : null };
  return { ...state, quote: state.quote || tagName === 'blockquote', literal: state.literal || tagName === 'pre' };
}

const formats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

function begin({ writer, flow, ...state }: State, tagName: string): void {
  Object.assign(flow, { due: false, bare: true });
  const heading = /^h([1-6])$/.exec(tagName)?.[1];
  if (state.cell) {
    if (!writer.isBlank) writer.write('\n');
  } else if (heading) writer.begin({ kind: 'heading', level: Number(heading) });
  else if (tagName === 'li') writer.begin({ kind: 'list-item', level: Math.max(state.list, 1) });
  // The words of an item may stand in a paragraph or a box of their own.
  else if (state.list > 0 && /^(?:p|div)$/.test(tagName) && writer.isBlank) return;
  else if (state.list > 0 && tagName !== '') writer.begin({ kind: 'list-item', level: state.list });
  else writer.begin({ kind: state.quote ? 'quote' : 'paragraph' });
}

function writeLabel({ writer, numbers }: State, item: Element): void {
  if (!numbers) return;
  const number = Number(attribute(item, 'value')) || numbers.next;
  numbers.next = number + 1;
  writer.label(`${listLabel([{ start: 1, format: numbers.format, pattern: '%1.' }], [number], 0)} `);
}

function writeRow(state: State, row: Element): void {
  const cells = row.childNodes.filter(isElement).filter((cell) => !isLeftOut(cell));
  for (const [index, cell] of cells.entries()) {
    state.writer.begin({ kind: 'table-cell', row: index === 0 });
    Object.assign(state.flow, { due: false, bare: true });
    writeChildren({ ...state, cell: true }, cell);
  }
  state.writer.end();
}

function newLine({ writer, flow }: State): void {
  Object.assign(flow, { due: false, bare: true });
  writer.write('\n');
}

/** Outside of `pre`, white space of any length is one space, and none begins or ends a line. */
function writeWords({ writer, flow, literal }: State, words: string): void {
  if (literal) return writer.write(words);
  const even = words.replace(/[ \t\r\n\f]{2,}|[\t\r\n\f]/g, ' ');
  const said = even.slice(even.startsWith(' ') ? 1 : 0, even.length > 1 && even.endsWith(' ') ? -1 : undefined);
  flow.due ||= even.startsWith(' ') && !flow.bare;
  if (said === '') return;
  writer.write(flow.due ? ` ${said}` : said);
  Object.assign(flow, { due: even.endsWith(' '), bare: false });
}
