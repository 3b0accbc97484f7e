import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomFrom, shuffled } from '.';

it('keeps every item, leaves the given list alone and repeats itself for the same seed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.integer(), (items, seed) => {
      const before = [...items];
      const order = shuffled(items, randomFrom(seed));
      expect(order.toSorted()).toEqual(before.toSorted());
      expect(items).toEqual(before);
      expect(shuffled(items, randomFrom(seed))).toEqual(order);
    }),
  );
});

it('makes each of the six orders of three about equally often', () => {
  const random = randomFrom(5);
  const orders = Array.from({ length: 60_000 }, () => shuffled(['a', 'b', 'c'], random).join(''));
  const counts = [...Map.groupBy(orders, (order) => order).values()].map(({ length }) => length);
  expect(counts).toHaveLength(6);
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
});
