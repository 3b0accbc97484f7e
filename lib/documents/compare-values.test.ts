import { expect, it } from 'vitest';
import { compareValues } from './compare-values';

it('orders numbers by size, also below zero and behind the point', () => {
  const values = ['10', '9', '-3', '2.5', '2.25', '-20', 'many'];
  expect(values.toSorted((a, b) => compareValues('number', a, b))).toEqual([
    '-20',
    '-3',
    '2.25',
    '2.5',
    '9',
    '10',
    'many',
  ]);
});

it('orders dates by the moment that they begin, wherever that was', () => {
  const moments = ['2023-03-09T01:00+03:00', '2023-03-08T23:00Z', '2023-03', '2023-03-09', '2022'];
  expect(moments.toSorted((a, b) => compareValues('date', a, b))).toEqual([
    '2022',
    '2023-03',
    '2023-03-09T01:00+03:00',
    '2023-03-08T23:00Z',
    '2023-03-09',
  ]);
});

it('orders words by the alphabet, and numbers in them by size', () => {
  expect(['b', 'No. 10', 'a', 'No. 9'].toSorted((a, b) => compareValues('text', a, b))).toEqual([
    'a',
    'b',
    'No. 9',
    'No. 10',
  ]);
});
