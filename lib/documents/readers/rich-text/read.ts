import { Refusal } from '@/lib/errors';
import type { Block } from '@/lib/text';
import { TextWriter } from '../text-writer';
import { charsetPage, codePageLabel } from './code-pages';
import { destinations, type Destination } from './destinations';
import { signs } from './signs';
import { rtfTokens } from './tokens';

export type RtfLeftOut = { deleted: number; hidden: number; comments: number; headers: boolean; unsure: boolean };

/** What holds in a group and comes back when the group ends. */
type Group = {
  to: Destination;
  font: number;
  /** How many fallback characters follow a `\u`. */
  fallback: number;
  hidden: boolean;
  deleted: boolean;
  style: number;
  /** The writer's words go to this note, by number; null in the body. */
  note: number | null;
  paragraph: Paragraph;
};

/** What holds for a paragraph until `\pard`. */
type Paragraph = { inTable: boolean; list: number | null; outline: number | null; style: number };

type State = {
  groups: Group[];
  group: Group;
  fonts: Map<number, number>;
  outlines: Map<number, number>;
  page: number;
  /** The font that holds where none is named. */
  font: number;
  pending: number[];
  /** Fallback characters still to be jumped over. */
  skip: number;
  /** The group's first word is `\*`: what follows may be ignored by those who do not know it. */
  starred: boolean;
  fresh: boolean;
  /** False until the open block's first words, when its kind is known. */
  begun: boolean;
  row: boolean;
  /** The label that stands before the next list item. */
  label: string;
  /** The name of the style that is being defined. */
  name: string;
  body: TextWriter;
  notes: string[][];
  left: RtfLeftOut;
};

/** Groups deeper than this occur in files made to exhaust whoever reads them. */
const deepest = 256;

export function readRichText(bytes: Uint8Array): { text: string; blocks: Block[]; left: RtfLeftOut } {
  const state = begin();
  for (const token of rtfTokens(bytes)) {
    if (token.kind === 'byte') takeByte(state, token.byte);
    else {
      flush(state);
      if (token.kind === 'open') openGroup(state);
      else if (token.kind === 'close') closeGroup(state);
      else takeWord(state, token.name, token.value);
    }
  }
  flush(state);
  for (const words of state.notes) {
    state.body.begin({ kind: 'paragraph' });
    state.body.write(words.join(''));
  }
  return { ...state.body.finish(), left: state.left };
}

function begin(): State {
  const group: Group = {
    to: 'text',
    font: 0,
    fallback: 1,
    hidden: false,
    deleted: false,
    style: 0,
    note: null,
    paragraph: plainParagraph,
  };
  return {
    groups: [],
    group,
    fonts: new Map(),
    outlines: new Map(),
    page: 1252,
    font: 0,
    pending: [],
    skip: 0,
    starred: false,
    fresh: false,
    begun: false,
    row: true,
    label: '',
    name: '',
    body: new TextWriter(),
    notes: [],
    left: { deleted: 0, hidden: 0, comments: 0, headers: false, unsure: false },
  };
}

const plainParagraph: Paragraph = { inTable: false, list: null, outline: null, style: 0 };

function openGroup(state: State): void {
  if (state.groups.length >= deepest)
    throw new Refusal(
      'unreadable',
      `This rich text (.rtf) is nested more than ${deepest} groups deep, as no document is. It was not read.`,
    );
  state.groups.push(state.group);
  state.group = { ...state.group };
  state.fresh = true;
  state.starred = false;
  state.skip = 0;
}

function closeGroup(state: State): void {
  if (state.group.to === 'styles') nameStyle(state);
  state.group = state.groups.pop() ?? state.group;
  state.fresh = false;
  state.skip = 0;
}

/** Not every program says a heading's level; all call the style by it. */
function nameStyle(state: State): void {
  const level = /^heading (\d)/i.exec(state.name.trim())?.[1];
  if (level && !state.outlines.has(state.group.style)) state.outlines.set(state.group.style, Number(level));
  state.name = '';
}

function takeWord(state: State, name: string, value: number | null): void {
  const { fresh, starred } = state;
  if (name === '*') return void (state.starred = true);
  state.fresh = false;
  state.starred = false;
  if (fresh && enters(state, name, starred)) return;
  if (name === 'u') return unicode(state, value ?? 0);
  if (state.skip > 0 && !structural.has(name)) return void (state.skip -= 1);
  const act = acts[name];
  if (act) act(state, value);
  else if (signs[name] !== undefined) put(state, signs[name]);
}

/** Words that stand for no character and so end a run of fallback characters without being one. */
const structural = new Set(['par', 'cell', 'row', 'pard', 'sect', 'page', 'uc']);

/** What a group is for shows in its first word. True when that word is dealt with. */
function enters(state: State, name: string, starred: boolean): boolean {
  const { group, left } = state;
  const known = destinations[name];
  if (name === 'footnote' && group.to === 'text') {
    const label = `[${state.notes.length + 1}]`;
    put(state, label);
    state.notes.push([`${label} `]);
    state.group.note = state.notes.length - 1;
    return true;
  }
  if (known === undefined) {
    if (starred) group.to = 'nowhere';
    return starred;
  }
  if (name === 'annotation') left.comments += 1;
  if (known !== 'text' && group.to === 'text') group.to = known;
  return true;
}

/** What words do beside standing for a character. */
const acts: Readonly<Record<string, (state: State, value: number | null) => void>> = {
  ansicpg: (state, value) => void (state.page = value && codePageLabel(value) ? value : state.page),
  mac: (state) => void (state.page = 10000),
  pc: (state) => void (state.page = 437),
  uc: ({ group }, value) => void (group.fallback = Math.min(Math.max(value ?? 1, 0), 20)),
  deff: (state, value) => void (state.font = state.group.font = value ?? 0),
  f: ({ group }, value) => void (group.font = value ?? 0),
  fcharset: (state, value) => {
    const page = charsetPage(value ?? 0);
    if (state.group.to === 'fonts' && page !== null) state.fonts.set(state.group.font, page);
  },
  cpg: (state, value) => {
    if (state.group.to === 'fonts' && value && codePageLabel(value)) state.fonts.set(state.group.font, value);
  },
  plain: (state) => Object.assign(state.group, { hidden: false, deleted: false, font: state.font }),
  v: ({ group }, value) => void (group.hidden = value !== 0),
  deleted: ({ group }, value) => void (group.deleted = value !== 0),
  s: (state, value) => {
    if (state.group.to === 'styles') state.group.style = value ?? 0;
    else state.group.paragraph = { ...state.group.paragraph, style: value ?? 0 };
  },
  outlinelevel: (state, value) => {
    const level = (value ?? 0) + 1;
    if (state.group.to === 'styles') state.outlines.set(state.group.style, level);
    else state.group.paragraph = { ...state.group.paragraph, outline: level };
  },
  pard: (state) => void (state.group.paragraph = plainParagraph),
  intbl: (state) => void (state.group.paragraph = { ...state.group.paragraph, inTable: true }),
  ls: (state) => void (state.group.paragraph = { ...state.group.paragraph, list: state.group.paragraph.list ?? 0 }),
  ilvl: (state, value) => void (state.group.paragraph = { ...state.group.paragraph, list: Math.min(value ?? 0, 8) }),
  par: endParagraph,
  sect: endParagraph,
  cell: endCell,
  nestcell: endCell,
  row: endRow,
  nestrow: endRow,
};

function endParagraph(state: State): void {
  if (state.group.to !== 'text' || state.group.deleted) return;
  if (state.group.note !== null || state.group.paragraph.inTable) put(state, '\n');
  else state.begun = false;
}

function endCell(state: State): void {
  if (state.group.to !== 'text') return;
  state.begun = false;
}

function endRow(state: State): void {
  state.begun = false;
  state.row = true;
}

/** A character by its number. What follows for older programs is jumped over. */
function unicode(state: State, value: number): void {
  state.skip = state.group.fallback;
  put(state, String.fromCharCode(value < 0 ? value + 65_536 : value));
}

function takeByte(state: State, byte: number): void {
  state.fresh = false;
  if (state.skip > 0) return void (state.skip -= 1);
  if (state.group.to === 'styles') state.name += String.fromCharCode(byte);
  else if (takesWords.has(state.group.to)) state.pending.push(byte);
}

const takesWords: ReadonlySet<Destination> = new Set(['text', 'label', 'header']);

/** Bytes in a row are decoded together: a letter may take two. */
function flush(state: State): void {
  if (state.pending.length === 0) return;
  const page = state.fonts.get(state.group.font) ?? state.page;
  const words = new TextDecoder(codePageLabel(page) ?? 'windows-1252').decode(Uint8Array.from(state.pending));
  if (words.includes('\ufffd')) state.left.unsure = true;
  state.pending = [];
  put(state, words);
}

function put(state: State, words: string): void {
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
