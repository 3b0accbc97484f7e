import { Refusal } from '@/lib/errors';
import type { Block } from '@/lib/text';
import { acts } from './acts';
import { destinations } from './destinations';
import { signs } from './signs';
import { begin, type RtfLeftOut, type State } from './state';
import { rtfTokens } from './tokens';
import { flush, put, takeByte, unicode } from './words';

/** Groups deeper than this occur in files made to exhaust whoever reads them. */
const deepest = 256;

export function readRichText(bytes: Uint8Array): { text: string; blocks: Block[]; left: RtfLeftOut } {
  const state = begin();
  for (const token of rtfTokens(bytes)) {
    if (token.kind === 'text') for (let at = token.from; at < token.to; at++) takeByte(state, bytes[at]!);
    else if (token.kind === 'byte') takeByte(state, token.byte);
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
