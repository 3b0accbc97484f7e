import { decoderOf } from './code-pages';
import type { Destination } from './destinations';
import type { State } from './state';

/** A character by its number. What follows for older programs is jumped over. */
export function unicode(state: State, value: number): void {
  state.skip = state.group.fallback;
  put(state, String.fromCharCode(value < 0 ? value + 65_536 : value));
}

export function takeByte(state: State, byte: number): void {
  state.fresh = false;
  if (state.skip > 0) return void (state.skip -= 1);
  if (state.group.to === 'styles') state.name += String.fromCharCode(byte);
  else if (takesWords.has(state.group.to)) state.pending.push(byte);
}

const takesWords: ReadonlySet<Destination> = new Set(['text', 'label', 'header']);

/** Bytes in a row are decoded together: a letter may take two. */
export function flush(state: State): void {
  if (state.pending.length === 0) return;
  const page = state.fonts.get(state.group.font) ?? state.page;
  const words = decoderOf(page).decode(Uint8Array.from(state.pending));
  if (words.includes('\ufffd')) state.left.unsure = true;
  state.pending = [];
  put(state, words);
}

/** Words go where their group sends them. */
export function put(state: State, words: string): void {
  const { group, left } = state;
  if (group.to === 'header') left.headers ||= words.trim() !== '';
  else if (group.to === 'label') state.label += words;
  else if (group.to !== 'text') return;
  else if (group.deleted) left.deleted += words.length;
  else if (group.hidden) left.hidden += words.length;
  else if (group.note !== null) state.notes[group.note]?.push(words);
  else {
    if (!state.begun) beginBlock(state);
    state.body.write(words);
  }
}

function beginBlock(state: State): void {
  const { outlines, row } = state;
  const { paragraph } = state.group;
  const level = paragraph.outline ?? outlines.get(paragraph.style);
  if (paragraph.inTable) state.body.begin({ kind: 'table-cell', row });
  else if (level !== undefined && level <= 9) state.body.begin({ kind: 'heading', level });
  else if (paragraph.list !== null) state.body.begin({ kind: 'list-item', level: paragraph.list + 1 });
  else state.body.begin({ kind: 'paragraph' });
  if (isNumber.test(state.label)) state.body.label(`${state.label.trim()} `);
  state.label = '';
  state.begun = true;
  state.row = !paragraph.inTable;
}

/** A label with a number or a letter ("2.", "b)", "IV."); anything else before an item is a bullet. */
const isNumber = /\p{N}|\p{L}[.):\]]|\(\p{L}/u;
