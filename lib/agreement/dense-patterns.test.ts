import fc from 'fast-check';
import { expect, it } from 'vitest';
import { densePatterns } from './dense-patterns';
import { tableOf } from './table';
import type { Pattern } from './table';

it('counts what counting unit by unit counts', () => {
  const shape = fc.record({ coders: fc.integer({ min: 1, max: 5 }), categories: fc.integer({ min: 1, max: 4 }) });
  const grids = shape.chain(({ coders, categories }) =>
    fc
      .array(fc.array(fc.integer({ min: -1, max: categories - 1 }), { minLength: coders, maxLength: coders }), {
        maxLength: 20,
      })
      .map((rows) => ({ coders, categories, rows })),
  );
  fc.assert(
    fc.property(grids, ({ coders, categories, rows }) => {
      const frame = {
        categories: Array.from({ length: categories }, String),
        scale: null,
        sets: null,
        coders: Array.from({ length: coders }, String),
        identity: false,
      };
      const counted = tableOf(
        frame,
        rows.map((cells) => ({ units: 1, cells })),
      ).patterns;
      expect(sorted(densePatterns(Int8Array.from(rows.flat()), coders, categories) ?? [])).toEqual(sorted(counted));
    }),
  );
});

it('declines what does not fit into a key', () => {
  expect(densePatterns(new Int8Array(40), 20, 6)).toBeNull();
});

function sorted(patterns: readonly Pattern[]): Pattern[] {
  const key = ({ values, counts }: Pattern) => `${values.join()}:${counts.join()}`;
  return [...patterns].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
