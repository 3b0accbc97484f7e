import { expect, it } from 'vitest';
import type { Attribute } from '@/lib/documents';
import { filterInWords } from './filter-in-words';

function attribute(part: Pick<Attribute, 'key' | 'name' | 'type'>): Attribute {
  return { id: part.key, options: [], position: 0, ...part };
}

const attributes = [
  attribute({ key: 'office', name: 'Office', type: 'one-of' }),
  attribute({ key: 'date', name: 'Date', type: 'date' }),
  attribute({ key: 'source_url', name: 'Source', type: 'url' }),
];

it('says of each attribute what its value may be, and of ranges from where to where', () => {
  const filter = {
    office: ['Kremlin', 'Duma', ''],
    date: ['2023-03..2023-06'],
    source_url: ['mid.ru'],
    language: ['ru'],
  };
  expect(filterInWords(filter, attributes)).toBe(
    'Office: Kremlin or Duma or nothing; Date: from 2023-03 to 2023-06; Source: an address with “mid.ru”; Language: Russian',
  );
  expect(filterInWords({ date: ['..2023'] }, attributes)).toBe('Date: to 2023');
});

it('says nothing of a filter that leaves nothing out, nor of attributes that there are not', () => {
  expect(filterInWords({ office: [], gone: ['x'] }, attributes)).toBe('');
});
