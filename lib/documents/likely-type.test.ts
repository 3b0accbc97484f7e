import { expect, it } from 'vitest';
import { fitted } from './found-values';
import { likelyType, typedColumn } from './likely-type';
import { valueFault, type Typed } from './values';

const times = (count: number, ...cells: string[]) => Array.from({ length: count }, () => cells).flat();

it.each([
  ['addresses', ['https://t.me/a/1', 'http://example.org/ст'], 'url'],
  ['days as people write them', ['9 March 2023', '09.03.2023', '2023-03-09T14:30+03:00', ''], 'date'],
  ['years', ['1991', '2023', '2024'], 'date'],
  ['numbers', ['12', '-3', '4.5', '15000', ' '], 'number'],
  ['codes of languages', ['ru', 'fa', 'uk', 'en-GB'], 'language'],
  ['countries, which are no languages', ['RU', 'UA', 'IR'], 'text'],
  ['days that may be months', ['03/04/2023', '05/06/2023'], 'text'],
  ['days of the Persian calendar', ['1402/03/05', '1401-12-18'], 'text'],
  ['numbers that are names', ['007', '012'], 'text'],
  ['numbers that programs would round', ['1234567890123456789', '1234567890123456790'], 'text'],
  ['nothing', ['', ' '], 'text'],
])('proposes for a column of %s what they are', (_, cells, type) => {
  expect(likelyType(cells)).toEqual({ type, options: [] });
});

it('proposes a choice where a few short values return, in one spelling each', () => {
  expect(likelyType(times(4, 'Telegram', 'VK', 'telegram'))).toEqual({ type: 'one-of', options: ['Telegram', 'VK'] });
  expect(likelyType(times(3, 'Press; Parliament', 'Press'))).toEqual({
    type: 'many-of',
    options: ['Parliament', 'Press'],
  });
  expect(likelyType(['Orlov', 'Petrova', 'Orlov']).type).toBe('text');
  expect(likelyType(times(9, 'the only one')).type).toBe('text');
  expect(likelyType(times(9, 'Moscow, Russia; Kyiv', 'Minsk')).type).toBe('text');
});

it('overlooks a slip among many cells, and not among few', () => {
  expect(likelyType([...times(50, '7', '8'), 'n/a']).type).toBe('number');
  expect(likelyType(['7', '8', 'n/a']).type).toBe('text');
});

it('finds the options that every cell of a column then fits', () => {
  const cells = ['Press, Parliament', ' Foreign  press;press', ''];
  for (const type of ['one-of', 'many-of'] as const) {
    const typed = typedColumn(type, cells);
    for (const cell of cells) expect(valueFault(typed, fitted(typed, cell))).toBeNull();
  }
});

it('writes numbers of other scripts, and grouped ones, in plain digits', () => {
  const number: Typed = { type: 'number', options: [] };
  expect(['۱۲۳', '١٢٬٣٤٥٫٦', '12 345', '1\u00a0234\u202f567', '1,234'].map((cell) => fitted(number, cell))).toEqual([
    '123',
    '12345.6',
    '12345',
    '1234567',
    '1,234',
  ]);
});
