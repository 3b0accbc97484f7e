import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellsOf, isIn, pasted, step } from './grid';

const size = { rows: 30, columns: 4 };
const place = fc.record({ row: fc.nat(29), column: fc.nat(3) });

it('never leads out of the table, whatever key is pressed', () => {
  const key = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End');
  fc.assert(
    fc.property(place, key, fc.boolean(), (from, pressed, ctrlKey) => {
      const to = step(from, { key: pressed, ctrlKey }, size)!;
      expect(to.row).toBeGreaterThanOrEqual(0);
      expect(to.row).toBeLessThan(size.rows);
      expect(to.column).toBeGreaterThanOrEqual(0);
      expect(to.column).toBeLessThan(size.columns);
    }),
  );
  expect(step({ row: 0, column: 0 }, { key: 'constructor', ctrlKey: false }, size)).toBeNull();
});

it('chooses the same cells whichever corner one begins with', () => {
  fc.assert(
    fc.property(place, place, place, (from, to, some) => {
      expect(cellsOf({ from, to })).toEqual(cellsOf({ from: to, to: from }));
      const among = cellsOf({ from, to }).some(({ row, column }) => row === some.row && column === some.column);
      expect(isIn({ from, to }, some)).toBe(among);
    }),
  );
});

it('writes one pasted value into every chosen cell', () => {
  const range = { from: { row: 1, column: 2 }, to: { row: 3, column: 2 } };
  expect(pasted('Moscow\r\n', range, size).map(({ row, value }) => [row, value])).toEqual([
    [1, 'Moscow'],
    [2, 'Moscow'],
    [3, 'Moscow'],
  ]);
});

it('writes the cells of a spreadsheet from the upper left corner, and none beside the table', () => {
  const corner = { row: 28, column: 3 };
  expect(pasted('a\tb\nc\td\ne\tf\n', { from: corner, to: corner }, size)).toEqual([
    { row: 28, column: 3, value: 'a' },
    { row: 29, column: 3, value: 'c' },
  ]);
});
