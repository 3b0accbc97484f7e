import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FoldingTable, Table } from './table';

type Item = { id: string; value: number };

const id = fc.oneof(fc.constantFrom('a', 'b', 'c', 'd'), fc.uuid());
const step = fc.oneof(
  fc.record({ put: fc.record({ id, value: fc.nat(9) }) }),
  fc.record({ drop: id }),
);

function play(steps: ({ put: Item } | { drop: string })[]) {
  const model = new Map<string, Item>();
  let table = Table.of<Item>();
  for (const each of steps) {
    if ('put' in each) model.set(each.put.id, each.put);
    else model.delete(each.drop);
    table = 'put' in each ? table.with(each.put) : table.without(each.drop);
  }
  return { model, table };
}

it('holds what a Map holds after the same writes, whatever they were', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { model, table } = play(steps);
      expect(table.size).toBe(model.size);
      expect(new Map([...table.values()].map((item) => [item.id, item]))).toEqual(model);
      for (const key of model.keys()) expect(table.get(key)).toBe(model.get(key));
    }),
  );
});

it('folds in place to what it folds to by copying', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const folding = steps.reduce<Table<Item>>((table, each) => ('put' in each ? table.with(each.put) : table.without(each.drop)), new FoldingTable());
      const { table } = play(steps);
      expect(folding.size).toBe(table.size);
      expect(folding.changedIds(table)).toEqual([]);
    }),
  );
});

it('leaves the old table as it was when a new one is made from it', () => {
  fc.assert(
    fc.property(fc.array(step), step, (steps, next) => {
      const { table } = play(steps);
      const before = JSON.stringify([...table.values()]);
      if ('put' in next) table.with(next.put);
      else table.without(next.drop);
      expect(JSON.stringify([...table.values()])).toBe(before);
    }),
  );
});

it('names exactly the ids in which two tables differ', () => {
  fc.assert(
    fc.property(fc.array(step), fc.array(step), (first, then) => {
      const before = play(first).table;
      const after = then.reduce((t, each) => ('put' in each ? t.with(each.put) : t.without(each.drop)), before);
      const ids = new Set([...before.values(), ...after.values()].map((item) => item.id));
      const expected = [...ids].filter((each) => before.get(each) !== after.get(each));
      expect(after.changedIds(before).sort()).toEqual(expected.sort());
    }),
  );
});

it('counts an id once when it is made from a list that repeats it, and keeps the last', () => {
  const table = Table.of([
    { id: 'a', value: 1 },
    { id: 'a', value: 2 },
  ]);
  expect([table.size, table.get('a')?.value]).toEqual([1, 2]);
});
