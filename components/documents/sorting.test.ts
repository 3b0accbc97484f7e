import { expect, it } from 'vitest';
import type { Attribute, DocumentSummary } from '@/lib/documents';
import { firstColumns, nextOrder, sorted } from './sorting';

const document = (title: string, length: number, attributes: Record<string, string> = {}): DocumentSummary => {
  return { id: title, title, language: null, direction: 'ltr', attributes, length, sha256: '', createdAt: '' };
};
const documents = [
  document('Note 10', 5, { date: '2023-03' }),
  document('Note 2', 40),
  document('note 3', 300, { date: '2022' }),
];
const titles = (order: Parameters<typeof sorted>[1]) => sorted(documents, order).map(({ title }) => title);

it('orders titles as people count, and lengths as numbers', () => {
  expect(titles({ column: { kind: 'title' }, down: false })).toEqual(['Note 2', 'note 3', 'Note 10']);
  expect(titles({ column: { kind: 'length' }, down: true })).toEqual(['note 3', 'Note 2', 'Note 10']);
});

it('keeps documents without a value at the end, up or down', () => {
  const column = { kind: 'attribute', key: 'date', type: 'date' } as const;
  expect(titles({ column, down: false })).toEqual(['note 3', 'Note 10', 'Note 2']);
  expect(titles({ column, down: true })).toEqual(['Note 10', 'note 3', 'Note 2']);
});

it('turns the order round when the same column is chosen again', () => {
  const date = { kind: 'attribute', key: 'date', type: 'date' } as const;
  const chosen = nextOrder({ column: { kind: 'title' }, down: false }, date);
  expect([
    chosen.down,
    nextOrder(chosen, date).down,
    nextOrder(chosen, { kind: 'attribute', key: 'venue', type: 'text' }).down,
  ]).toEqual([false, true, false]);
});

it('begins with who, when and to whom', () => {
  const attribute = (key: string, type: Attribute['type']): Attribute => ({
    id: key,
    key,
    name: key,
    type,
    options: [],
    position: 0,
  });
  const defined = [
    attribute('speaker', 'text'),
    attribute('office', 'text'),
    attribute('audience', 'one-of'),
    attribute('date', 'date'),
  ];
  expect(firstColumns(defined)).toEqual(['speaker', 'audience', 'date']);
});
