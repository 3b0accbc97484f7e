import fc from 'fast-check';
import { expect, it } from 'vitest';
import { densePatterns } from './dense-patterns';
import { denseTable } from './dense-table';
import { tableOf } from './table';
import type { Table } from './table';

const shape = fc.record({
  coders: fc.integer({ min: 1, max: 5 }),
  categories: fc.integer({ min: 1, max: 4 }),
  identity: fc.boolean(),
});
const grids = shape.chain(({ coders, categories, identity }) => {
  const row = fc.array(fc.integer({ min: -1, max: categories - 1 }), { minLength: coders, maxLength: coders });
  const names = (count: number) => Array.from({ length: count }, String);
  const frame = { categories: names(categories), scale: null, sets: null, coders: names(coders), identity };
  return fc.array(row, { maxLength: 20 }).map((rows) => ({ frame, rows }));
});

it('counts what counting unit by unit counts', () => {
  fc.assert(
    fc.property(grids, ({ frame, rows }) => {
      const counted = tableOf(
        frame,
        rows.map((cells) => ({ units: 1, cells })),
      );
      expect(sorted(denseTable(frame, Int8Array.from(rows.flat())))).toEqual(sorted(counted));
    }),
  );
});

it('leaves what does not fit into a key to the slower way, with the same answer', () => {
  expect(densePatterns(new Int8Array(40), 20, 6)).toBeNull();
  const coders = Array.from({ length: 20 }, String);
  const frame = { categories: ['a', 'b', 'c', 'd', 'e', 'f'], scale: null, sets: null, coders, identity: false };
  const { patterns } = denseTable(frame, new Int8Array(40).fill(5));
  expect(patterns).toEqual([{ units: 2, marks: 20, values: [5], counts: [20] }]);
});

/** A table without the accident of the order in which its parts came. */
function sorted({ patterns, margins, pairs }: Table) {
  const byKey = (one: readonly [string, unknown], other: readonly [string, unknown]) => (one[0] < other[0] ? -1 : 1);
  return {
    patterns: patterns
      .map((pattern) => [`${pattern.values.join()}:${pattern.counts.join()}`, pattern] as const)
      .sort(byKey),
    margins,
    pairs: pairs
      ?.map(({ a, b, cells }) => [`${a}-${b}`, [...cells].sort(([one], [other]) => one - other)] as const)
      .sort(byKey),
  };
}
