import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change } from '@/lib/log';
import { rivalOf, rivalSentence } from './rival';

const people = ['ann', 'ben', 'cem'];
const fields = ['name', 'definition', 'useWhen', 'color'];

/** Somebody edits some fields of a code, moves it, or deletes it with another. */
const act = fc.oneof(
  fc
    .record({
      id: fc.constantFrom('a', 'b'),
      set: fc.subarray(fields, { minLength: 1 }).map((names) => Object.fromEntries(names.map((each) => [each, '']))),
    })
    .map((body) => ({ kind: 'code.edit', body: { ...body, before: body.set, version: null } })),
  fc.constantFrom('a', 'b').map((id) => ({ kind: 'code.move', body: { id, before: { parentId: null, index: 0 } } })),
  fc.constantFrom(['a'], ['a', 'b']).map((ids) => ({ kind: 'code.delete', body: { ids } })),
);
const done = fc.record({ act, actorId: fc.constantFrom(...people) });

function change({ act, actorId }: { act: { kind: string; body: unknown }; actorId: string }, at: number): Change {
  return { id: `c${at}`, actorId, at: '', undoes: null, step: null, ...act };
}

/** What a change alters, spelt out without the code under test: every part of a code that it alters. */
function altered({ kind, body }: Change): string[] {
  const { id, set, ids } = body as { id: string; set: object; ids: string[] };
  if (kind === 'code.edit') return Object.keys(set).map((field) => `${id} ${field}`);
  if (kind === 'code.move') return [`${id} place`];
  return ids.flatMap((each) => [...fields, 'place'].map((part) => `${each} ${part}`));
}

function undo(of: Change, by: string, id: string): Change {
  return { ...of, id, actorId: by, undoes: of.id };
}

it('refuses to take a change back exactly when somebody else has changed the same thing since, and names the newest', () => {
  fc.assert(
    fc.property(done, fc.array(done, { maxLength: 8 }), (first, rest) => {
      const [undone, ...later] = [first, ...rest].map(change);
      const own = new Set(altered(undone!));
      const newest = later.findLast(
        (each) => each.actorId !== undone!.actorId && altered(each).some((part) => own.has(part)),
      );
      expect(rivalOf(undone!, later, undone!.actorId)?.change.id).toBe(newest?.id);
    }),
  );
});

it('counts what was itself taken back for nothing, and what was then done again for something', () => {
  fc.assert(
    fc.property(done, fc.array(fc.record({ of: done, times: fc.nat(3) }), { maxLength: 5 }), (first, rest) => {
      const undone = change(first, 0);
      const later = rest.flatMap(({ of, times }, at) => {
        const chain = [change(of, at + 1)];
        for (let n = 0; n < times; n++) chain.push(undo(chain.at(-1)!, of.actorId, `c${at + 1} ${n}`));
        return chain;
      });
      const standing = rest.flatMap(({ of, times }, at) => (times % 2 === 0 ? [change(of, at + 1)] : []));
      const [found, expected] = [rivalOf(undone, later, first.actorId), rivalOf(undone, standing, first.actorId)];
      expect(found?.change.id).toBe(expected?.change.id);
    }),
  );
});

it('says who did what to which thing, and the way out', () => {
  const said = (act: { kind: string; body: unknown }) => {
    const undone = change(
      { act: { kind: 'code.edit', body: { id: 'a', set: { useWhen: '', name: '' }, before: {} } }, actorId: 'ann' },
      0,
    );
    return rivalSentence(rivalOf(undone, [change({ act, actorId: 'ben' }, 1)], 'ann')!, {
      who: 'Ben',
      name: '“Blame”',
    });
  };
  expect(said({ kind: 'code.edit', body: { id: 'a', set: { useWhen: '' }, before: {} } })).toBe(
    'Ben has changed “use when” of “Blame” since. Taking this back would overwrite that; change it by hand if it should be otherwise.',
  );
  expect(said({ kind: 'code.delete', body: { ids: ['a'] } })).toMatch(/^Ben has deleted “Blame” since\./);
});
