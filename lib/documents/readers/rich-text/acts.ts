import { charsetPage, codePageLabel } from './code-pages';
import { plainParagraph, type State } from './state';
import { put } from './words';

/** What words do beside standing for a character. */
export const acts: Readonly<Record<string, (state: State, value: number | null) => void>> = {
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
