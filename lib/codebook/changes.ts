import { z } from 'zod';
import { id, kind, name, parts, whole, words } from '@/lib/log';
import { longestName, reservedKeys, type Code, type CodebookState } from './code';

const color = z.string().regex(/^#[0-9a-f]{6}$/, 'A colour is written #rrggbb, in lower case.');
const shortcut = z
  .string()
  .regex(/^[\p{L}\p{N}]$/u, 'A shortcut is one letter or digit.')
  .refine((key) => key === key.toLowerCase(), 'A shortcut is written in lower case.')
  .refine((key) => !reservedKeys.includes(key), 'J, K and O step through the passages. Choose another shortcut.')
  .nullable();
const example = z.strictObject({ text: words(5_000), note: words(2_000), counter: z.boolean() });

const fields = {
  name: name(longestName),
  color,
  shortcut,
  definition: words(20_000),
  useWhen: words(20_000),
  avoidWhen: words(20_000),
  examples: z.array(example).max(200),
};

const added = z.strictObject({ id, parentId: id.nullable(), ...fields });
/** `note`: what changed and why, for those who code by it. */
const edited = z.strictObject({ id, set: z.strictObject(fields).partial(), note: words(2_000).optional() });
const moved = z.strictObject({ id, parentId: id.nullable(), index: z.int().min(0) });
const archived = z.strictObject({ id, archived: z.boolean() });
const one = z.strictObject({ id });
const several = z.strictObject({ ids: z.array(id).min(1).max(10_000) });

type Place = { parentId: string | null; index: number };
type Positions = { id: string; position: number }[];
export type CodeAdded = { code: Code };
export type CodeEdited = z.infer<typeof edited> & { before: z.infer<typeof edited>['set']; version: number | null };
export type CodeMoved = z.infer<typeof moved> & { before: Place; positions: Positions };
export type CodesDeleted = { ids: string[]; version: number };
export type CodesRestored = { codes: Code[]; version: number };

/**
 * The changes of a codebook. Only the server numbers versions and positions for certain; a new code is foreseen all the
 * same, so that words coded with it at once show in its colour.
 */
export const codebookChanges = {
  'code.add': kind<z.infer<typeof added>, CodeAdded, CodebookState>({
    permission: 'codebook:edit',
    body: added,
    subject: everyone,
    apply: (state, { body }) => ({ codes: state.codes.with(body.code), codebookVersion: body.code.version }),
    touches: ({ code }) => whole('code', code.id),
    invert: ({ code }) => ({ kind: 'code.delete', body: { id: code.id } }),
    foresee: (asked, { state: { codes, codebookVersion } }) => {
      const siblings = [...codes.values()].filter(({ parentId }) => parentId === asked.parentId);
      const position = Math.max(-1, ...siblings.map((code) => code.position)) + 1;
      const version = codebookVersion + 1;
      return { code: { ...asked, position, version, createdAt: new Date().toISOString(), archived: false } };
    },
  }),

  'code.edit': kind<z.infer<typeof edited>, CodeEdited, CodebookState>({
    permission: 'codebook:edit',
    body: edited,
    subject: everyone,
    apply: (state, { body: { id, set, version } }) => ({
      codes: update(state, id, (code) => ({ ...code, ...set, version: version ?? code.version })).codes,
      codebookVersion: version ?? state.codebookVersion,
    }),
    touches: ({ id, set }) => parts('code', id, Object.keys(set)),
    invert: ({ id, before }) => ({ kind: 'code.edit', body: { id, set: before } }),
  }),

  'code.move': kind<z.infer<typeof moved>, CodeMoved, CodebookState>({
    permission: 'codebook:edit',
    body: moved,
    subject: everyone,
    apply: (state, { body }) => {
      const placed = update(state, body.id, (code) => ({ ...code, parentId: body.parentId }));
      return body.positions.reduce((at, { id, position }) => update(at, id, (code) => ({ ...code, position })), placed);
    },
    touches: ({ id }) => parts('code', id, ['place']),
    invert: ({ id, before }) => ({ kind: 'code.move', body: { id, ...before } }),
  }),

  'code.archive': kind<z.infer<typeof archived>, z.infer<typeof archived>, CodebookState>({
    permission: 'codebook:edit',
    body: archived,
    subject: everyone,
    apply: (state, { body }) => update(state, body.id, (code) => ({ ...code, archived: body.archived })),
    touches: ({ id }) => parts('code', id, ['archived']),
    invert: ({ id, archived }) => ({ kind: 'code.archive', body: { id, archived: !archived } }),
  }),

  'code.delete': kind<z.infer<typeof one>, CodesDeleted, CodebookState>({
    permission: 'codebook:edit',
    body: one,
    subject: everyone,
    apply: (state, { body }) => ({
      codes: body.ids.reduce((codes, id) => codes.without(id), state.codes),
      codebookVersion: body.version,
    }),
    touches: ({ ids }) => ids.flatMap((id) => whole('code', id)),
    invert: ({ ids }) => ({ kind: 'code.restore', body: { ids } }),
  }),

  'code.restore': kind<z.infer<typeof several>, CodesRestored, CodebookState>({
    permission: 'codebook:edit',
    body: several,
    subject: everyone,
    apply: (state, { body }) => ({
      codes: body.codes.reduce((codes, code) => codes.with(code), state.codes),
      codebookVersion: body.version,
    }),
    touches: ({ codes }) => codes.flatMap(({ id }) => whole('code', id)),
    invert: ({ codes }) => (codes[0] ? { kind: 'code.delete', body: { id: codes[0].id } } : null),
  }),
};

function everyone() {
  return null;
}

function update(state: CodebookState, id: string, how: (code: Code) => Code): CodebookState {
  const code = state.codes.get(id);
  return code ? { ...state, codes: state.codes.with(how(code)) } : state;
}
