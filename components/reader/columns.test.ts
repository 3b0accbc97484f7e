import { expect, it } from 'vitest';
import type { Coding } from '@/lib/codings';
import { Table } from '@/lib/log';
import type { Member } from '@/lib/projects';
import { Columns } from './columns';

const people = Table.of(['leyla', 'marek', 'sofia'].map((id, shade) => ({ id, shade }) as Member));
const coding = (id: string, coderId: string, [start, end]: [number, number]) => ({ id, coderId, start, end }) as Coding;

it('gives each coder columns of their own, the viewer those nearest to the text', () => {
  const columns = new Columns();
  const made = [coding('a', 'leyla', [0, 9]), coding('b', 'marek', [0, 9]), coding('c', 'marek', [5, 12])];
  columns.assign(made);
  const layout = columns.layout('marek', people);
  expect(made.map((one) => columns.columnOf(one, layout))).toEqual([2, 0, 1]);
  expect(layout.count).toBe(3);
});

it('gives no bracket to what lies too deep in one coder’s work', () => {
  const columns = new Columns();
  const made = ['a', 'b', 'c', 'd', 'e'].map((id) => coding(id, 'leyla', [0, 9]));
  columns.assign(made);
  const layout = columns.layout('leyla', people);
  expect(made.map((one) => columns.columnOf(one, layout))).toEqual([0, 1, 2, null, null]);
  expect(layout.count).toBe(3);
});

it('never needs more than ten columns, however many code', () => {
  const columns = new Columns();
  const made = Array.from({ length: 40 }, (_, n) => coding(`${n}`, `coder ${n % 8}`, [0, 9]));
  columns.assign(made);
  const layout = columns.layout('leyla', people);
  expect(layout.count).toBeLessThanOrEqual(10);
  for (const one of made) expect(columns.columnOf(one, layout) ?? 0).toBeLessThan(layout.count);
});
