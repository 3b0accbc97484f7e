import { expect, it } from 'vitest';
import type { Change } from '@/lib/log';
import type { Code } from './code';
import { versionsOf } from './versions';

const code: Code = {
  ...{
    id: 'a',
    parentId: null,
    position: 0,
    name: 'Blame',
    color: '#000000',
    shortcut: null,
    definition: 'Names a culprit.',
  },
  ...{ useWhen: '', avoidWhen: '', examples: [], version: 2, createdAt: '', archived: false },
};

function change(kind: string, body: unknown, undoes: string | null = null): Change {
  return { id: kind, kind, actorId: 'ann', at: 'then', body, undoes, step: null };
}

const added = change('code.add', { code });
const edited = (set: Partial<Code>, version: number | null, more: object = {}) =>
  change('code.edit', { id: 'a', set, before: {}, version, ...more });

it('tells from the log what a code meant in each of its versions, newest first, with the notes', () => {
  const versions = versionsOf('a', [
    added,
    edited({ definition: 'Names who is guilty.', color: '#ffffff' }, 3, { note: 'Culprits are people.' }),
    edited({ definition: 'Says who is guilty.', useWhen: 'A person is named.' }, 5),
  ]);
  expect(versions.map(({ version, by, note }) => [version, by, note])).toEqual([
    [5, 'editing', ''],
    [3, 'editing', 'Culprits are people.'],
    [2, 'adding', ''],
  ]);
  expect(versions[0]!.changed).toEqual([
    { field: 'definition', before: 'Names who is guilty.', after: 'Says who is guilty.' },
    { field: 'useWhen', before: '', after: 'A person is named.' },
  ]);
  expect(versions[2]!.changed).toEqual([]);
});

it('makes no version of new looks, a new place, or of deletion and return', () => {
  const returned = change('code.restore', { codes: [code], version: 4 });
  const versions = versionsOf('a', [
    added,
    edited({ color: '#ffffff' }, null),
    change('code.delete', { ids: ['a'], version: 3 }),
    returned,
  ]);
  expect(versions.map(({ version }) => version)).toEqual([2]);
});

it('follows the rules that a merge gives to a code and that its undoing takes away again', () => {
  const both = { ...code, definition: 'Names a culprit.\n\nSays who is guilty.', version: 4 };
  const from = { ...code, id: 'b', name: 'Accusation' };
  const merge = change('code.merge', { from, before: code, into: both, version: 4 });
  const parted = change('code.unmerge', { from, into: { ...code, version: 6 }, version: 6 }, 'm');
  const versions = versionsOf('a', [added, merge, parted]);
  expect(versions.map(({ version, by }) => [version, by])).toEqual([
    [6, 'parting'],
    [4, 'merging'],
    [2, 'adding'],
  ]);
  expect(versions[0]!.changed.map(({ field }) => field)).toEqual(['definition']);
});

it('says where a version came about by undoing', () => {
  const [newest] = versionsOf(
    'a',
    [added, edited({ name: 'Guilt' }, 3), edited({ name: 'Blame' }, 4, {})].with(2, {
      ...edited({ name: 'Blame' }, 4),
      undoes: 'x',
    }),
  );
  expect(newest).toMatchObject({
    version: 4,
    by: 'undoing',
    changed: [{ field: 'name', before: 'Guilt', after: 'Blame' }],
  });
});

it('keeps to one code: what is done to others makes no version of it', () => {
  expect(
    versionsOf('a', [added, change('code.edit', { id: 'b', set: { name: 'Other' }, before: {}, version: 9 })]),
  ).toHaveLength(1);
});
