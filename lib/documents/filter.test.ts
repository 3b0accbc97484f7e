import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Attribute, AttributeValues } from './document';
import { fieldChoices, filterFault, filterFields, filtered, type DocumentFilter } from './filter';

const defined = (
  ['speaker text', 'views number', 'date date', 'audience many-of', 'source url', 'tongue language'] as const
).map((said, position): Attribute => {
  const [key, type] = said.split(' ') as [string, Attribute['type']];
  return { id: key, key, name: key, type, options: type === 'many-of' ? ['Press', 'Public'] : [], position };
});

/** Which of these values of one attribute a filter leaves. */
function left(key: string, values: string[], ...wanted: string[]): string[] {
  const documents = values.map((value) => ({ language: null, attributes: value === '' ? {} : { [key]: value } }));
  return filtered(documents, { [key]: wanted }, defined).map(({ attributes }) => attributes[key] ?? '');
}

it('compares numbers as numbers', () => {
  const values = ['9', '10', '-3', '2.5', '2.25', ''];
  expect(left('views', values, '2.3..9')).toEqual(['9', '2.5']);
  expect(left('views', values, '..0')).toEqual(['-3']);
  expect(left('views', values, '10..')).toEqual(['10']);
  expect(left('views', values, '10..', '')).toEqual(['10', '']);
});

it('takes a date for all of its days, and an evening for the day that it was where it was', () => {
  const values = ['2023', '2023-03', '2023-03-09', '2023-03-31T23:30-05:00', '2024-02-29', ''];
  expect(left('date', values, '2023..2023')).toEqual(values.slice(0, 4));
  expect(left('date', values, '2023-03..2023-06')).toEqual(values.slice(1, 4));
  expect(left('date', values, '2023-03-10..')).toEqual(['2023-03-31T23:30-05:00', '2024-02-29']);
  expect(left('date', values, '..2023-03-09')).toEqual(['2023-03-09']);
});

it('finds an option among those that are chosen, words in an address, and values as they stand', () => {
  expect(left('audience', ['Press; Public', 'Public', ''], 'Press')).toEqual(['Press; Public']);
  expect(left('source', ['https://T.me/mid/1', 'https://example.org'], 't.me')).toEqual(['https://T.me/mid/1']);
  expect(left('speaker', ['Orlov', 'Orlova', 'Petrova'], 'Orlov', 'Petrova')).toEqual(['Orlov', 'Petrova']);
});

it('asks for the language of the document itself, also by an attribute that follows it', () => {
  const documents = [
    { language: 'fa', attributes: {} as AttributeValues },
    { language: null, attributes: { tongue: 'fa' } },
  ];
  for (const key of ['language', 'tongue'])
    expect(filtered(documents, { [key]: ['fa'] }, defined)).toEqual([documents[0]]);
  expect(filterFields(defined).map(({ key }) => key)).toEqual([
    'speaker',
    'views',
    'date',
    'audience',
    'source',
    'language',
  ]);
});

it('offers the options in their order, what is said beside them, and nothing where some say nothing', () => {
  const audience = filterFields(defined).find(({ key }) => key === 'audience')!;
  const documents = ['Public; Diaspora', ''].map((value) => ({ language: 'fa', attributes: { audience: value } }));
  expect(fieldChoices(documents, audience)).toEqual(['Press', 'Public', 'Diaspora', '']);
  expect(fieldChoices(documents, filterFields(defined).at(-1)!)).toEqual(['fa']);
});

it('narrows by every attribute that is named, and by none that names nothing', () => {
  const value = fc.constantFrom('', 'Orlov', 'Petrova');
  const views = fc.constantFrom('', '1', '20');
  fc.assert(
    fc.property(fc.array(fc.record({ speaker: value, views })), fc.subarray(['', 'Orlov']), (records, speakers) => {
      const documents = records.map((attributes) => ({ language: null, attributes }));
      const filter: DocumentFilter = { speaker: speakers, views: ['2..'] };
      const found = filtered(documents, filter, defined);
      const both = filtered(filtered(documents, { speaker: speakers }, defined), { views: ['2..'] }, defined);
      expect(found).toEqual(both);
      expect(filtered(documents, { speaker: [] }, defined)).toEqual(documents);
    }),
  );
});

it.each([
  [{ venue: ['Moscow'] }, 'no attribute “venue”'],
  [{ views: ['many..'] }, '“many..” is no range of “views”'],
  [{ views: ['7'] }, '100..2000'],
  [{ date: ['..'] }, '2023-03..2023-06'],
  [{ date: ['2023-03..spring'] }, 'range'],
])('says what is wrong with %j', (filter, why) => {
  expect(filterFault(filter, defined)).toMatch(why);
});

it('finds nothing wrong with blanks and open ranges', () => {
  expect(filterFault({ views: ['', '..7'], date: ['2023..'], speaker: ['..'], language: ['fa'] }, defined)).toBeNull();
});
