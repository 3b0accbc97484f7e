import { z } from 'zod';
import { id, kind, parts, whole, words, type Change, type Touch } from '@/lib/log';
import { finishedId, longestMemo, type Coding, type CodingsState, type FinishedMark } from './coding';

const offset = z.int().min(0);
/** A quote is as long as its span; the text itself is the limit that matters. */
const quote = words(2_000_000).pipe(z.string().min(1));
const memo = words(longestMemo);
const span = { start: offset, end: offset, quote };

const added = z.strictObject({ id, documentId: id, codeId: id, ...span, memo: memo.optional() });
const edited = z.strictObject({
  id,
  set: z
    .strictObject({ codeId: id, memo, ...span })
    .partial()
    .refine(movesWhole, 'A new place needs start, end and quote together.'),
});
const one = z.strictObject({ id });
const confirmed = z.strictObject({ id, version: z.int().min(1) });
const finished = z.strictObject({ documentId: id, finished: z.boolean() });

type Edit = z.infer<typeof edited>['set'];
export type CodingLogged = { coding: Coding };
export type CodingEdited = {
  id: string;
  documentId: string;
  coderId: string;
  /** The code it had: what a history calls it by. Older entries of a log lack it. */
  codeId?: string;
  set: Edit;
  before: Edit;
};
export type CodingConfirmed = {
  id: string;
  documentId: string;
  coderId: string;
  codeId: string;
  version: number;
  before: number;
};
export type FinishedSet = { mark: FinishedMark; finished: boolean };

/** The changes that coding consists of. Everybody may undo and edit their own codings, nobody another's. */
export const codingChanges = {
  'coding.add': kind<z.infer<typeof added>, CodingLogged, CodingsState>({
    permission: 'codings:write',
    body: added,
    subject: ({ coding }) => coding,
    apply: put,
    touches: theCoding,
    invert: ({ coding }) => ({ kind: 'coding.remove', body: { id: coding.id } }),
    foresee: (asked, { actorId, state }) => {
      const now = new Date().toISOString();
      const made = { coderId: actorId, layer: 'coder', codebookVersion: state.codebookVersion } as const;
      return { coding: { memo: '', ...asked, ...made, createdAt: now, updatedAt: now } };
    },
  }),

  'coding.edit': kind<z.infer<typeof edited>, CodingEdited, CodingsState>({
    permission: 'codings:write',
    body: edited,
    subject: (logged) => logged,
    apply: (state, { body, at }) => {
      const coding = state.codings.get(body.id);
      return coding ? { ...state, codings: state.codings.with({ ...coding, ...body.set, updatedAt: at }) } : state;
    },
    touches: ({ id, set }) => parts('coding', id, Object.keys(set).map((key) => (key in span ? 'place' : key))),
    invert: ({ id, before }) => ({ kind: 'coding.edit', body: { id, set: before } }),
    foresee: ({ id, set }, { state }) => {
      const coding = state.codings.get(id);
      if (!coding) return null;
      const { documentId, coderId, codeId } = coding;
      return { id, set, documentId, coderId, codeId, before: former(coding, set) };
    },
  }),

  /**
   * Its coder stands by it under the codebook of `version`, the one they have read: from then on it counts as made under
   * that. Taking it back says the version it had.
   */
  'coding.confirm': kind<z.infer<typeof confirmed>, CodingConfirmed, CodingsState>({
    permission: 'codings:write',
    body: confirmed,
    subject: (logged) => logged,
    apply: (state, { body: { id, version } }) => {
      const coding = state.codings.get(id);
      return coding ? { ...state, codings: state.codings.with({ ...coding, codebookVersion: version }) } : state;
    },
    touches: ({ id }) => parts('coding', id, ['version']),
    invert: ({ id, before }) => ({ kind: 'coding.confirm', body: { id, version: before } }),
    foresee: ({ id, version }, { state }) => {
      const coding = state.codings.get(id);
      if (!coding) return null;
      const { documentId, coderId, codeId, codebookVersion } = coding;
      return { id, documentId, coderId, codeId, version, before: codebookVersion };
    },
  }),

  'coding.remove': kind<z.infer<typeof one>, CodingLogged, CodingsState>({
    permission: 'codings:write',
    body: one,
    subject: ({ coding }) => coding,
    apply: (state, { body }) => ({ ...state, codings: state.codings.without(body.coding.id) }),
    touches: theCoding,
    invert: ({ coding }) => ({ kind: 'coding.restore', body: { id: coding.id } }),
    foresee: ({ id }, { state }) => {
      const coding = state.codings.get(id);
      return coding ? { coding } : null;
    },
  }),

  'coding.restore': kind<z.infer<typeof one>, CodingLogged, CodingsState>({
    permission: 'codings:write',
    body: one,
    subject: ({ coding }) => coding,
    apply: put,
    touches: theCoding,
    invert: ({ coding }) => ({ kind: 'coding.remove', body: { id: coding.id } }),
  }),

  'finished.set': kind<z.infer<typeof finished>, FinishedSet, CodingsState>({
    permission: 'codings:write',
    shows: 'mark',
    body: finished,
    subject: ({ mark }) => mark,
    apply: (state, { body: { mark, finished } }) => ({
      ...state,
      finished: finished ? state.finished.with(mark) : state.finished.without(mark.id),
    }),
    touches: ({ mark }) => whole('mark', mark.id),
    invert: ({ mark, finished }) => ({
      kind: 'finished.set',
      body: { documentId: mark.documentId, finished: !finished },
    }),
    foresee: ({ documentId, finished }, { actorId, state }) => {
      const mark = {
        documentId,
        coderId: actorId,
        at: new Date().toISOString(),
        codebookVersion: state.codebookVersion,
      };
      return { mark: { id: finishedId(documentId, actorId), ...mark }, finished };
    },
  }),
};

/** The values that `set` replaces: what an undo writes back. */
export function former(coding: Coding, set: Edit): Edit {
  const keys = Object.keys(set) as (keyof Edit)[];
  return Object.fromEntries(keys.map((key) => [key, coding[key]]));
}

function theCoding({ coding }: CodingLogged): Touch[] {
  return whole('coding', coding.id);
}

function put(state: CodingsState, { body }: Change<CodingLogged>): CodingsState {
  return { ...state, codings: state.codings.with(body.coding) };
}

function movesWhole(set: { start?: number; end?: number; quote?: string }): boolean {
  const given = [set.start, set.end, set.quote].filter((part) => part !== undefined).length;
  return given === 0 || given === 3;
}
