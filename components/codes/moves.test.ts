import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder, reordered, type Code } from '@/lib/codebook';
import { Table } from '@/lib/log';
import { dropped, placeInWords, stepped, type Place } from './moves';

/** A codebook drawn by indentation: one code a line. */
function codebook(drawing: string): Table<Code> {
  const above: string[] = [];
  const rows = drawing.split('\n').filter((line) => line.trim() !== '');
  return Table.of(
    rows.map((line, position) => {
      const depth = line.search(/\S/) / 2;
      const id = line.trim();
      above[depth] = id;
      const rules = { definition: '', useWhen: '', avoidWhen: '', examples: [], shortcut: null };
      return {
        id,
        parentId: above[depth - 1] ?? null,
        position,
        name: id,
        color: '#000000',
        ...rules,
        version: 1,
        createdAt: '',
        archived: false,
      };
    }),
  );
}

function drawn(codes: Table<Code>): string {
  return inOrder(codes.values())
    .map(({ code, depth }) => '  '.repeat(depth) + code.id)
    .join('\n');
}

/** What the store does with `code.move`. */
function moved(codes: Table<Code>, id: string, place: Place | null): Table<Code> {
  if (!place) return codes;
  const order = reordered(codes.values(), { id, ...place });
  const placed = codes.with({ ...codes.get(id)!, parentId: place.parentId });
  return order.reduce((table, each, position) => table.with({ ...table.get(each)!, position }), placed);
}

const study = codebook(`
a
  a1
  a2
b
c`);
const all = new Set(['a', 'a1', 'a2', 'b', 'c']);

it.each([
  ['b', 'up', 'b\na\n  a1\n  a2\nc'],
  ['b', 'down', 'a\n  a1\n  a2\nc\nb'],
  ['b', 'in', 'a\n  a1\n  a2\n  b\nc'],
  ['a1', 'out', 'a\n  a2\na1\nb\nc'],
  ['a2', 'up', 'a\n  a2\n  a1\nb\nc'],
  ['a2', 'in', 'a\n  a1\n    a2\nb\nc'],
] as const)('steps %s %s', (id, direction, expected) => {
  expect(drawn(moved(study, id, stepped(study, { id, direction, shown: all })))).toBe(expected);
});

it.each([
  ['a', 'up'],
  ['c', 'down'],
  ['a', 'in'],
  ['b', 'out'],
] as const)('has nowhere to step %s %s', (id, direction) => {
  expect(stepped(study, { id, direction, shown: all })).toBeNull();
});

it('steps past codes that are out of sight', () => {
  const shown = new Set(['a', 'c']);
  expect(drawn(moved(study, 'c', stepped(study, { id: 'c', direction: 'up', shown })))).toBe('c\na\n  a1\n  a2\nb');
});

it.each([
  ['c', { over: 'a1', zone: 'before' }, 'a\n  c\n  a1\n  a2\nb'],
  ['c', { over: 'a1', zone: 'after' }, 'a\n  a1\n  c\n  a2\nb'],
  ['c', { over: 'b', zone: 'inside' }, 'a\n  a1\n  a2\nb\n  c'],
  ['a', { over: 'c', zone: 'after' }, 'b\nc\na\n  a1\n  a2'],
] as const)('drops %s where it was let go: %j', (id, at, expected) => {
  expect(drawn(moved(study, id, dropped(study, { id, ...at })))).toBe(expected);
});

it('drops nothing into itself, below itself or where it is already', () => {
  const nowhere = [
    { id: 'a', over: 'a', zone: 'inside' },
    { id: 'a', over: 'a1', zone: 'after' },
    { id: 'b', over: 'a', zone: 'after' },
    { id: 'b', over: 'c', zone: 'before' },
    { id: 'a2', over: 'a', zone: 'inside' },
  ] as const;
  expect(nowhere.map((by) => dropped(study, by))).toEqual(nowhere.map(() => null));
});

it('a step up and a step down take each other back, and so do in and out for the last child', () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.constantFrom(['up', 'down'], ['down', 'up']), (id, [there, back]) => {
      const direction = there as 'up' | 'down';
      const place = stepped(study, { id, direction, shown: all });
      fc.pre(place !== null);
      const after = moved(study, id, place);
      expect(drawn(moved(after, id, stepped(after, { id, direction: back as 'up' | 'down', shown: all })))).toBe(
        drawn(study),
      );
    }),
  );
});

it('says where a code stands', () => {
  expect(placeInWords(study, study.get('a2')!)).toBe('2 of 2 under “a”');
  expect(placeInWords(study, study.get('b')!)).toBe('2 of 3 at the top level');
});
