import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lived, livedIn, pastOf, type Lived } from './lived';

const item = fc.record({ id: fc.constantFrom('a', 'b', 'c'), words: fc.constantFrom('x', 'y') });
const state = fc.uniqueArray(item, { selector: ({ id }) => id });
const stages = fc.array(fc.option(state), { maxLength: 6 });

type Item = { id: string; words: string };

/** What a log would hold that was told of these lives up to a stage: ends before beginnings, stage by stage. */
function toldUpTo(lives: readonly Lived<Item>[], last: number): Item[] {
  const held = new Map<string, Item>();
  for (let stage = 0; stage <= last; stage += 1) {
    for (const { item: each, to } of lives) if (to === stage) held.delete(each.id);
    for (const { item: each, from } of lives) if (from === stage) held.set(each.id, each);
  }
  return [...held.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

it('tells at every stage exactly what was said of it, and where nothing is said, what was said last', () => {
  fc.assert(
    fc.property(stages, (said) => {
      const lives = lived(said);
      let last: Item[] = [];
      for (const [stage, items] of said.entries()) {
        last = items?.toSorted((a, b) => (a.id < b.id ? -1 : 1)) ?? last;
        expect(toldUpTo(lives, stage)).toEqual(last);
      }
    }),
  );
});

it('makes one life of what never changed, and lives come in the order of their beginnings', () => {
  fc.assert(
    fc.property(state, fc.nat(5), (items, times) => {
      expect(lived(Array.from({ length: times + 1 }, () => items))).toEqual(
        items.map((each) => ({ item: each, from: 0, to: null })),
      );
    }),
  );
  fc.assert(
    fc.property(stages, (said) => {
      const begun = lived(said).map(({ from }) => from);
      expect(begun).toEqual(begun.toSorted((a, b) => a - b));
    }),
  );
});

it('hears of a document only the closings of rounds that held it', () => {
  const rounds = [
    { id: 'r1', documentIds: ['d1'] },
    { id: 'r2', documentIds: ['d2'] },
  ];
  const past = pastOf([{ roundId: 'r1' }, { roundId: 'r2' }], rounds);
  const now = [{ id: 'a', words: 'x' }];
  expect(livedIn(past, 'd1', { then: () => [], now })).toEqual([{ item: now[0], from: 2, to: null }]);
  expect(livedIn(past, 'd2', { then: ({ roundId }) => [{ id: 'a', words: roundId }], now })).toEqual([
    { item: { id: 'a', words: 'r2' }, from: 1, to: 2 },
    { item: now[0], from: 2, to: null },
  ]);
});
