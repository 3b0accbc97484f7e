import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Code } from '@/lib/codebook';
import {
  changesMeaning,
  conflicts,
  edit,
  emptyDraft,
  overwritten,
  saved,
  settle,
  shown,
  unsaved,
  type Fields,
} from './draft';

const values: fc.Arbitrary<Fields> = fc.record({
  name: fc.constantFrom('Blame', 'Restraint'),
  color: fc.constantFrom('#e95760', '#08989e'),
  shortcut: fc.constantFrom('b', null),
  definition: fc.constantFrom('', 'one', 'two', 'three'),
  useWhen: fc.constantFrom('', 'always'),
  avoidWhen: fc.constantFrom('', 'never'),
  examples: fc.constantFrom([], [{ text: 'x', note: '', counter: false }]),
});
const set = values.chain((fields) =>
  fc.subarray(Object.entries(fields)).map((some) => Object.fromEntries(some) as Partial<Fields>),
);

function code(fields: Partial<Fields> = {}): Code {
  const rules = { definition: 'one', useWhen: '', avoidWhen: '', examples: [] };
  const rest = { id: 'c', parentId: null, position: 0, version: 1, createdAt: '', archived: false };
  return { ...rest, name: 'Blame', color: '#e95760', shortcut: null, ...rules, ...fields };
}

it('shows what was typed, and else what the codebook says, whatever others change', () => {
  fc.assert(
    fc.property(set, set, (mine, theirs) => {
      const draft = edit(emptyDraft, code(), mine);
      const now = code(theirs);
      const expected = { ...now, ...draft.now };
      expect(expected).toMatchObject(shown(draft, now));
    }),
  );
});

it('typing a field back to what it was leaves nothing unsaved', () => {
  fc.assert(
    fc.property(set, (mine) => {
      const typed = edit(emptyDraft, code(), mine);
      expect(edit(typed, code(), code())).toEqual(emptyDraft);
    }),
  );
});

it('merges edits of different fields without a word, and asks exactly where both changed the same one differently', () => {
  fc.assert(
    fc.property(set, set, (mine, theirs) => {
      const [before, after] = [code(), code(theirs)];
      const draft = edit(emptyDraft, before, mine);
      const keys = Object.keys(draft.now) as (keyof Fields)[];
      const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
      const expected = keys.filter((key) => differs(before[key], after[key]) && differs(draft.now[key], after[key]));
      expect(conflicts(draft, after).sort()).toEqual(expected.sort());
    }),
  );
});

it('a settled conflict is gone; theirs drops what was typed, mine keeps it to be saved', () => {
  const draft = edit(emptyDraft, code(), { definition: 'mine', useWhen: 'always' });
  const theirs = code({ definition: 'theirs' });
  const kept = settle(draft, theirs, { field: 'definition', choice: 'mine' });
  const dropped = settle(draft, theirs, { field: 'definition', choice: 'theirs' });
  expect([conflicts(draft, theirs), conflicts(kept, theirs), conflicts(dropped, theirs)]).toEqual([
    ['definition'],
    [],
    [],
  ]);
  expect(unsaved(kept, theirs)).toEqual({ definition: 'mine', useWhen: 'always' });
  expect(unsaved(dropped, theirs)).toEqual({ useWhen: 'always' });
});

it('after a save nothing is left but what was typed while it was under way', () => {
  const draft = edit(emptyDraft, code(), { definition: 'two', useWhen: 'always' });
  const sent = unsaved(draft, code());
  const after = code(sent);
  expect(saved(draft, sent)).toEqual(emptyDraft);
  const typedOn = edit(draft, code(), { definition: 'two and more' });
  expect(unsaved(saved(typedOn, sent), after)).toEqual({ definition: 'two and more' });
  expect(conflicts(saved(typedOn, sent), after)).toEqual([]);
});

it('tells a save that crossed another one from one that did not', () => {
  const draft = edit(emptyDraft, code(), { definition: 'two' });
  expect(overwritten(draft, { definition: 'one' })).toEqual([]);
  expect(overwritten(draft, { definition: 'theirs' })).toEqual(['definition']);
});

it('knows which fields carry meaning', () => {
  expect(changesMeaning({ color: '#08989e', shortcut: 'x' })).toBe(false);
  expect(changesMeaning({ color: '#08989e', examples: [] })).toBe(true);
});
