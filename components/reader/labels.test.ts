import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeLabels, unfold, type Wish } from './labels';

const room = { pitch: 25, reach: 80 };

const anyWishes = fc
  .array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 120 })
  .map((tops) => tops.sort((a, b) => a - b).map((wanted, n): Wish => ({ id: `${n}`, wanted })));

it('never lets one label cover another', () => {
  fc.assert(
    fc.property(anyWishes, (wishes) => {
      const rows = placeLabels(wishes, room);
      rows.slice(1).forEach((row, n) => expect(row.top - rows[n]!.top).toBeGreaterThanOrEqual(room.pitch));
    }),
  );
});

it('loses no label and shows none twice', () => {
  fc.assert(
    fc.property(anyWishes, fc.nat(120), (wishes, n) => {
      const rows = unfold(placeLabels(wishes, room), `${n}`);
      const ids = rows.flatMap(({ id, folded }) => [id, ...folded]);
      expect(ids.sort()).toEqual(wishes.map(({ id }) => id).sort());
    }),
  );
});

it('moves a label down only, and never out of reach of its passage', () => {
  fc.assert(
    fc.property(anyWishes, (wishes) => {
      for (const { wanted, top } of placeLabels(wishes, room)) {
        expect(top).toBeGreaterThanOrEqual(wanted);
        expect(top).toBeLessThanOrEqual(wanted + room.reach);
      }
    }),
  );
});

it('leaves labels where they want to be when there is room', () => {
  const rows = placeLabels(
    [
      { id: 'a', wanted: 0 },
      { id: 'b', wanted: 25 },
      { id: 'c', wanted: 300 },
    ],
    room,
  );
  expect(rows.map(({ top }) => top)).toEqual([0, 25, 300]);
});

it('folds what finds no room into the row above, and unfolds the one that is singled out', () => {
  const wishes = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, wanted: 0 }));
  const rows = placeLabels(wishes, room);
  expect(rows.map(({ id, folded }) => [id, ...folded])).toEqual([['a'], ['b'], ['c'], ['d', 'e', 'f']]);
  expect(unfold(rows, 'e').at(-1)).toMatchObject({ id: 'e', folded: ['d', 'f'] });
});
