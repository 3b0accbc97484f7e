import { expect, it } from 'vitest';
import type { Attribute, DocumentSummary } from '@/lib/documents';
import { cellFault, columnsOf, describing, valueIn, withEdit, type Edits } from './described';

const attribute = (key: string, type: Attribute['type'], required = false): Attribute => {
  return { id: key, key, name: key, type, options: [], position: 0, ...(required && { required }) };
};
const defined = [attribute('speaker', 'text', true), attribute('date', 'date'), attribute('tongue', 'language')];
const [titleColumn, speaker, date, language] = columnsOf(defined) as [never, never, never, never];
const document: DocumentSummary = {
  ...{ id: 'a', title: 'A briefing', language: 'ru', direction: 'ltr', length: 1, sha256: '', createdAt: '' },
  attributes: { speaker: 'A', tongue: 'ru' },
};
const none: Edits = new Map();
const find = () => document;

it('sends of each document only what was written, and the language once for all that follow it', () => {
  let edits = withEdit(none, document, { column: date, value: ' 2023 ' });
  edits = withEdit(edits, document, { column: language, value: 'en' });
  edits = withEdit(edits, document, { column: titleColumn, value: 'A talk' });
  expect(describing(edits, find, defined).documents).toEqual([
    { id: 'a', set: { title: 'A talk', language: 'en' }, values: { date: '2023', tongue: 'en' } },
  ]);
  expect(valueIn(edits, document, date)).toBe('2023');
});

it('forgets an edit that comes back to what is stored', () => {
  const edits = withEdit(none, document, { column: speaker, value: 'B' });
  expect(withEdit(edits, document, { column: speaker, value: 'A' }).size).toBe(0);
});

it('says what is wrong with what was written, and nothing of what was there', () => {
  expect(cellFault(withEdit(none, document, { column: speaker, value: '' }), document, speaker)).toMatch('required');
  expect(cellFault(withEdit(none, document, { column: date, value: 'spring' }), document, date)).toMatch('2023-03-09');
  expect(cellFault(none, document, date)).toBeNull();
});

it('passes over a document that was deleted meanwhile', () => {
  const edits = withEdit(none, document, { column: date, value: '2023' });
  expect(describing(edits, () => undefined, defined).documents).toEqual([]);
});
