import { expect, it } from 'vitest';
import { inOrder, type Code, type CodeNode } from '@/lib/codebook';
import { treeStep } from './tree-step';

function code(id: string, parentId: string | null, position: number): Code {
  const rules = { definition: '', useWhen: '', avoidWhen: '', examples: [], shortcut: null };
  return { id, parentId, position, name: id, color: '#000000', ...rules, version: 1, createdAt: '', archived: false };
}

const study = inOrder([
  code('blame', null, 0),
  code('allies', 'blame', 0),
  code('Élites', 'blame', 1),
  code('restraint', null, 1),
]);
const open = new Set<string>();

/** The rows in sight while `blame` is closed. */
const folded: CodeNode[] = study.filter(({ depth }) => depth === 0);
const closed = new Set(['blame']);

it.each([
  ['ArrowDown', 'blame', { walk: 'allies' }],
  ['ArrowDown', 'restraint', null],
  ['ArrowUp', 'restraint', { walk: 'Élites' }],
  ['ArrowUp', 'blame', null],
  ['Home', 'Élites', { walk: 'blame' }],
  ['End', 'blame', { walk: 'restraint' }],
  ['ArrowRight', 'blame', { walk: 'allies' }],
  ['ArrowRight', 'allies', null],
  ['ArrowLeft', 'Élites', { walk: 'blame' }],
  ['ArrowLeft', 'blame', { toggle: 'blame' }],
  ['ArrowLeft', 'restraint', null],
])('%s on %s of an open tree', (key, at, expected) => {
  expect(treeStep(study, { key, at, closed: open })).toEqual(expected);
});

it('opens a closed code before it goes inside, and passes by what is closed', () => {
  expect(treeStep(folded, { key: 'ArrowRight', at: 'blame', closed })).toEqual({ toggle: 'blame' });
  expect(treeStep(folded, { key: 'ArrowDown', at: 'blame', closed })).toEqual({ walk: 'restraint' });
});

it('goes to the next code that begins with a letter, round the end, whatever accents and case', () => {
  expect(treeStep(study, { key: 'e', at: 'blame', closed: open })).toEqual({ walk: 'Élites' });
  expect(treeStep(study, { key: 'B', at: 'restraint', closed: open })).toEqual({ walk: 'blame' });
  expect(treeStep(study, { key: 'z', at: 'blame', closed: open })).toBeNull();
});

it('leaves keys alone that mean nothing in a tree', () => {
  for (const key of ['Tab', 'Escape', ' ', 'F5']) {
    expect(treeStep(study, { key, at: 'blame', closed: open })).toBeNull();
  }
});
