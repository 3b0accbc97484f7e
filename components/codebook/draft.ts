import { meaning, type Code } from '@/lib/codebook';

/** The fields that a code's form edits. */
export const editable = ['name', 'color', 'shortcut', 'definition', 'useWhen', 'avoidWhen', 'examples'] as const;
export type Field = (typeof editable)[number];
export type Fields = Pick<Code, Field>;

/**
 * What somebody has typed into one code's form and not saved: only the fields they touched, each with the value it had
 * when they began (`was`) and the value it should get (`now`). All other fields follow the codebook as it changes.
 */
export type Draft = { was: Partial<Fields>; now: Partial<Fields> };

export const emptyDraft: Draft = { was: {}, now: {} };

/** The draft after one more edit. A field set back to what the codebook says is touched no more. */
export function edit(draft: Draft, code: Code, set: Partial<Fields>): Draft {
  const was = { ...pick(code, fieldsOf(set)), ...draft.was };
  const now = { ...draft.now, ...set };
  return without(
    { was, now },
    fieldsOf(now).filter((field) => same(now[field], code[field])),
  );
}

/** What the form shows. */
export function shown(draft: Draft, code: Code): Fields {
  return { ...pick(code, editable), ...draft.now } as Fields;
}

/** What is to be saved: the touched fields that differ from the codebook. */
export function unsaved(draft: Draft, code: Code): Partial<Fields> {
  return pick(
    draft.now,
    fieldsOf(draft.now).filter((field) => !same(draft.now[field], code[field])),
  );
}

/** Touched fields that somebody else has meanwhile changed to something else again: saving would overwrite that. */
export function conflicts(draft: Draft, code: Code): Field[] {
  return fieldsOf(unsaved(draft, code)).filter((field) => !same(draft.was[field], code[field]));
}

/** Settles a conflict: `mine` will replace what they wrote, knowingly; `theirs` gives up what was typed. */
export function settle(draft: Draft, code: Code, by: { field: Field; choice: 'mine' | 'theirs' }): Draft {
  if (by.choice === 'theirs') return without(draft, [by.field]);
  return { ...draft, was: { ...draft.was, ...pick(code, [by.field]) } };
}

/** The draft once `sent` is saved. What was typed on meanwhile stays, now counted from what was sent. */
export function saved(draft: Draft, sent: Partial<Fields>): Draft {
  const done = fieldsOf(sent).filter((field) => same(draft.now[field], sent[field]));
  return without({ now: draft.now, was: { ...draft.was, ...sent } }, done);
}

/** Fields of a save whose former value was not the one the author had seen: two saves at the same moment. */
export function overwritten(draft: Draft, before: Partial<Fields>): Field[] {
  return fieldsOf(draft.was).filter((field) => field in before && !same(before[field], draft.was[field]));
}

/** True when saving this gives the codebook a new version. */
export function changesMeaning(set: Partial<Fields>): boolean {
  return meaning.some((field) => field in set);
}

export function isEmpty(set: Partial<Fields>): boolean {
  return Object.keys(set).length === 0;
}

function fieldsOf(set: Partial<Fields>): Field[] {
  return editable.filter((field) => field in set);
}

function pick(from: Partial<Fields>, fields: readonly Field[]): Partial<Fields> {
  return Object.fromEntries(fields.map((field) => [field, from[field]]));
}

function without({ was, now }: Draft, fields: readonly Field[]): Draft {
  const rest = fieldsOf(now).filter((field) => !fields.includes(field));
  return { was: pick(was, rest), now: pick(now, rest) };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
