import { expect, it } from 'vitest';
import type { Attribute } from '@/lib/documents';
import { changedFields, chosenOf, fieldFaults, filledFields, joinChosen, valueFault, type Fields } from './fields';

const attribute = (key: string, type: Attribute['type']): Attribute => ({ id: key, key, name: key, type, options: [], position: 0 });
const defined = [attribute('speaker', 'text'), attribute('date', 'date'), attribute('language', 'language')];
const fields = { title: ' A briefing ', language: 'ru', direction: 'ltr' as const, attributes: { speaker: '  ', date: '2023-03-09', old: 'x' } };

it('sends no blank values, none of attributes that are gone, and the language once', () => {
  expect(filledFields(fields, defined)).toEqual({ ...fields, title: 'A briefing', attributes: { date: '2023-03-09', language: 'ru' } });
});

it('sends of an edit only what differs, so that two people can describe one document at once', () => {
  const document = { ...fields, title: 'A briefing', attributes: { date: '2023', language: 'Russian', gone: 'x' }, id: '', length: 1, sha256: '', createdAt: '' };
  const sent = (some: Partial<Fields>) => changedFields({ ...document, ...some }, document, defined);
  expect(sent({})).toBeNull();
  expect(sent({ title: 'A talk' })).toEqual({ title: 'A talk' });
  expect(sent({ attributes: { ...document.attributes, speaker: 'X' } })).toEqual({ attributes: { speaker: 'X', date: '2023', language: 'Russian' } });
  expect(sent({ language: 'en' })).toEqual({ language: 'en', attributes: { date: '2023', language: 'en' } });
});

it('takes a year, a month or a day as a date, and only days that the calendar has', () => {
  for (const fine of ['2023', '2023-03', '2023-03-09', '2024-02-29', '']) expect(valueFault('date', fine)).toBeNull();
  for (const wrong of ['9 March 2023', '2023-13', '2023-02-29', '03/09/2023', '23']) expect(valueFault('date', wrong)).toContain('2023-03-09');
});

it('takes web addresses and nothing that runs', () => {
  expect(valueFault('url', 'https://example.org/a?b=c')).toBeNull();
  for (const wrong of ['example.org', 'javascript:alert(1)', 'http://a b']) expect(valueFault('url', wrong)).not.toBeNull();
});

it('asks for a title', () => {
  expect(fieldFaults({ ...fields, title: '  ' }, defined)).toEqual(['A document needs a title.']);
  expect(fieldFaults(fields, defined)).toEqual([]);
});

it('keeps several choices in one value and finds them again', () => {
  expect(chosenOf(joinChosen(['Press', 'Gulf governments']))).toEqual(['Press', 'Gulf governments']);
  expect(chosenOf('')).toEqual([]);
});
