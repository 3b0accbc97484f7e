import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocate } from './allocate';

const shares = fc
  .array(fc.nat(40), { minLength: 1, maxLength: 8 })
  .chain((sizes) =>
    fc.record({ sizes: fc.constant(sizes), total: fc.nat(sizes.reduce((sum, size) => sum + size, 0)) }),
  );

it('gives out every place, to each stratum its quota rounded down or up and never more than it has', () => {
  fc.assert(
    fc.property(shares, ({ sizes, total }) => {
      const all = sizes.reduce((sum, size) => sum + size, 0);
      const given = allocate(sizes, total);
      expect(given.reduce((sum, places) => sum + places, 0)).toBe(total);
      given.forEach((places, at) => {
        expect(places).toBeLessThanOrEqual(sizes[at]!);
        expect(Math.abs(places * all - total * sizes[at]!)).toBeLessThan(all || 1);
      });
    }),
  );
});

it('gives a larger stratum no less than a smaller one', () => {
  fc.assert(
    fc.property(shares, ({ sizes, total }) => {
      const order = allocate(sizes, total)
        .map((places, at) => ({ places, size: sizes[at]! }))
        .sort((a, b) => a.size - b.size || a.places - b.places);
      expect(order.map(({ places }) => places)).toEqual(order.map(({ places }) => places).toSorted((a, b) => a - b));
    }),
  );
});

it('shares out as one does by hand', () => {
  // Quotas 3.5, 2.1 and 1.4 of seven: the whole parts are six, the largest remainder is that of the first.
  expect(allocate([50, 30, 20], 7)).toEqual([4, 2, 1]);
  // Of equal remainders and sizes the stratum that is named first gets the place.
  expect(allocate([10, 10, 10], 10)).toEqual([4, 3, 3]);
});

it('refuses to draw more than there is', () => {
  expect(() => allocate([2, 1], 4)).toThrow('4 places cannot be shared among 3.');
});
