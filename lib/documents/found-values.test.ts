import { expect, it } from 'vitest';
import type { Attribute } from './document';
import { askedProperties, foundValues, isLabelled, valuesOf } from './found-values';
import { templates } from './templates';
import { writtenDate } from './written-date';

const defined: Attribute[] = templates[0]!.attributes.map((each, position) => ({ ...each, id: each.key, position }));
const found = (text: string, properties = {}) => valuesOf(foundValues({ text, properties }, defined));

it('reads the lines at the top of a statement, whatever their language and case', () => {
  expect(found('Communiqué\nSPEAKER: V. Orlov\n**Date:** 9 March 2023\nAudience: press, Parliament\n\nWords.')).toEqual(
    {
      ...{ speaker: 'V. Orlov', date: '2023-03-09', audience: 'Press; Parliament' },
    },
  );
  expect(found('Спикер: В. Орлов\nДата: 9 марта 2023 г.\n')).toEqual({ speaker: 'В. Орлов', date: '2023-03-09' });
  expect(found('سخنران: سخنگو\nتاریخ: ۹ مارس ۲۰۲۳')).toEqual({ speaker: 'سخنگو', date: '2023-03-09' });
});

it('looks no further than the head: what a speaker says later is no field', () => {
  expect(found(`${'A line.\n'.repeat(30)}Speaker: A`)).toEqual({});
});

it('takes what a file says of itself only where no line does, and only what fits', () => {
  const properties = { author: 'office user', date: '2020-01-01', address: 'not an address' };
  expect(found('Speaker: V. Orlov\n\nWords.', properties)).toEqual({ speaker: 'V. Orlov', date: '2020-01-01' });
});

it('keeps of a file’s properties only what an attribute asks for', () => {
  const properties = { author: 'office user', date: '2020-01-01' };
  expect(askedProperties(properties, [])).toEqual({});
  expect(askedProperties(properties, [{ ...defined[0]!, property: 'date' }])).toEqual({ date: '2020-01-01' });
});

it('tells a line that holds a value from one that names the text', () => {
  expect(['Speaker: V. Orlov', '**Дата**: весна'].map((line) => isLabelled(line, defined))).toEqual([true, true]);
  expect(['A briefing', 'Moscow: what now', ''].map((line) => isLabelled(line, defined))).toEqual([false, false, false]);
});

it('shows a line that does not fit as it stands, for somebody to correct', () => {
  expect(found('Date: spring')).toEqual({ date: 'spring' });
});

it.each([
  ['2023-03-09', '2023-03-09'],
  ['2023-03-09T14:30:00+03:00', '2023-03-09T14:30:00+03:00'],
  ['2023-03-09 14:30', '2023-03-09'],
  ["D:20230309143000+03'00'", '2023-03-09'],
  ['09.03.2023', '2023-03-09'],
  ['Thursday, March 9th, 2023', '2023-03-09'],
  ['9 мая 2023 года', '2023-05-09'],
  ['03/04/2023', null],
  ['31.02.2023', null],
  ['spring', null],
])('reads the date %s', (said, date) => {
  expect(writtenDate(said)).toBe(date);
});
