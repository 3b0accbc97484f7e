import { expect, it } from 'vitest';
import type { Attribute } from '@/lib/documents';
import { changedFields, fieldFaults, filledFields, type Fields } from './fields';

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

it('asks for a title', () => {
  expect(fieldFaults({ ...fields, title: '  ' }, defined)).toEqual(['A document needs a title.']);
  expect(fieldFaults(fields, defined)).toEqual([]);
});
