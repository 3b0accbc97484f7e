import { expect, it } from 'vitest';
import type { Attribute } from '@/lib/documents';
import { likelyTargets, readTexts, rowDrafts, targetsFault } from './mapping';

const attribute = (key: string, type: Attribute['type'], more: Partial<Attribute> = {}): Attribute => {
  return { id: key, key, name: key, type, options: [], position: 0, ...more };
};
const defined = [attribute('speaker', 'text', { labels: ['Спикер'], required: true }), attribute('date', 'date')];
const table = (header: string[], ...rows: string[][]) => ({
  header,
  rows,
  numbers: rows.map((_, at) => at + 2),
  encoding: 'utf-8',
  guessed: false,
});

it('knows columns by their usual names, by those of attributes and by their labels, each once', () => {
  expect(likelyTargets(['Title', 'DATE', 'спикер', 'article_full_text_1', 'url', 'text'], defined)).toEqual([
    'title',
    '=date',
    '=speaker',
    'text',
    null,
    null,
  ]);
});

it('asks for the text, and for no field twice', () => {
  expect(targetsFault(['title'])).toMatch('text');
  expect(targetsFault(['text', '=date', '=date'])).toMatch('same field');
  expect(targetsFault(['text', 'new', 'new', null, null])).toBeNull();
});

it('says of each row, by the number that a spreadsheet shows, why it cannot come in', () => {
  const rows = [
    ['First', 'A', '9 March 2023'],
    ['', 'A', '2023'],
    ['Third', '', '2023'],
    ['Fourth', 'A', 'spring'],
    ['Fi\0fth', 'A', ''],
  ];
  const read = table(['text', 'speaker', 'date'], ...rows);
  const known = { defined, keys: [null, 'speaker', 'date'], texts: readTexts(read, 0) };
  const drafts = rowDrafts(read, ['text', '=speaker', '=date'], known);
  expect(drafts[0]).toMatchObject({
    row: 2,
    title: 'First',
    fault: null,
    attributes: { speaker: 'A', date: '2023-03-09' },
  });
  expect(drafts.slice(1).map(({ row }) => row)).toEqual([3, 4, 5, 6]);
  for (const [at, why] of [
    [1, 'empty'],
    [2, 'required'],
    [3, '“spring”'],
    [4, 'NUL'],
  ] as const)
    expect(drafts[at]!.fault).toMatch(why);
});

it('calls a text without a title by its first words, cut between words', () => {
  const read = table(['text'], ['word '.repeat(50)]);
  const [draft] = rowDrafts(read, ['text'], { defined: [], keys: [null], texts: readTexts(read, 0) });
  expect(draft!.title).toMatch(/^word( word)* …$/);
  expect(draft!.title.length).toBeLessThan(90);
});
