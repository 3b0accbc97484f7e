import { expect, it } from 'vitest';
import type { Attribute } from '@/lib/documents';
import { mapped, readTexts, rowDrafts } from './row-drafts';
import { likelyTargets, newAttributes, targetsFault, withNew, type ReadTable, type Target } from './targets';

const attribute = (key: string, type: Attribute['type'], more: Partial<Attribute> = {}): Attribute => {
  return { id: key, key, name: key, type, options: [], position: 0, ...more };
};
const defined = [attribute('speaker', 'text', { labels: ['Спикер'], required: true }), attribute('date', 'date')];
const table = (header: string[], ...rows: string[][]): ReadTable => ({
  header,
  rows,
  numbers: rows.map((_, at) => at + 2),
  encoding: 'utf-8',
  guessed: false,
});

/** What the rows come to where the text stands in the first column. */
function drafts(read: ReadTable, targets: Target[], attributes: Attribute[] = []) {
  const made = newAttributes(read, targets, attributes);
  return [...rowDrafts(read, [...readTexts(read, 0)], mapped(targets, attributes, made))];
}

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

it('asks for the text, for no field twice, and for few values where one is to choose from them', () => {
  expect(targetsFault(['title'], [])).toMatch('text');
  expect(targetsFault(['text', '=date', '=date'], [])).toMatch('same field');
  expect(targetsFault(['text', 'language', 'new:language'], [])).toMatch('same field');
  expect(targetsFault(['text', 'new:text', 'new:text', null, null], [])).toBeNull();
  const many = Array.from({ length: 501 }, (_, n) => ['Words', '', `value ${n}`]);
  const made = (target: Target[]) => newAttributes(table(['text', 'none', 'many'], ...many), target, []).values();
  expect(targetsFault(['text'], made(['text', 'new:one-of']))).toMatch('“none” is empty in every row');
  expect(targetsFault(['text'], made(['text', null, 'new:one-of']))).toMatch('“many” has 501 different values');
});

it('makes attributes of columns, of the type that their cells have, and one of them the language', () => {
  const rows = ['Telegram', 'VK', 'Telegram', 'VK', 'Telegram', 'VK'].map((channel, n) => {
    return ['Words', channel, `${n + 1}00`, '9 March 2023', n % 2 ? 'fa' : 'ru', 'en'];
  });
  const read = table(['text', 'Channel', 'views', 'Date', 'lang code', 'original'], ...rows);
  const targets = withNew(read, ['text', null, null, null, null, null], [1, 2, 3, 4, 5]);
  expect(targets).toEqual(['text', 'new:one-of', 'new:number', 'new:date', 'new:language', 'new:text']);
  expect([...newAttributes(read, targets, defined).values()].map(({ key, options }) => [key, options])).toEqual([
    ['channel', ['Telegram', 'VK']],
    ['views', []],
    ['date_2', []],
    ['lang_code', []],
    ['original', []],
  ]);
  const [, second] = drafts(read, targets);
  expect(second).toMatchObject({
    language: 'fa',
    fault: null,
    attributes: { channel: 'VK', views: '200', date: '2023-03-09', lang_code: 'fa', original: 'en' },
  });
});

it('says of each row, by the number that a spreadsheet shows, why it cannot come in', () => {
  const rows = [
    ['First', 'A', '9 March 2023', '7'],
    ['', 'A', '2023', '7'],
    ['Third', '', '2023', '7'],
    ['Fourth', 'A', 'spring', '7'],
    ['Fi\0fth', 'A', '', '7'],
    ['Sixth', 'A', '', 'many'],
  ];
  const found = drafts(
    table(['text', 'speaker', 'date', 'views'], ...rows),
    ['text', '=speaker', '=date', 'new:number'],
    defined,
  );
  expect(found[0]).toMatchObject({
    row: 2,
    title: 'First',
    fault: null,
    attributes: { speaker: 'A', date: '2023-03-09', views: '7' },
  });
  expect(found.slice(1).map(({ row }) => row)).toEqual([3, 4, 5, 6, 7]);
  for (const [at, why] of [
    [1, 'empty'],
    [2, 'required'],
    [3, '“spring”'],
    [4, 'NUL'],
    [5, '“many” as “views”'],
  ] as const)
    expect(found[at]!.fault).toMatch(why);
});

it('calls a text without a title by its first words, cut between words', () => {
  const [draft] = drafts(table(['text'], ['word '.repeat(50)]), ['text']);
  expect(draft!.title).toMatch(/^word( word)* …$/);
  expect(draft!.title.length).toBeLessThan(90);
});
