import { expect, it } from 'vitest';
import { kindNames, stateOf } from '@/lib/door';
import { kindTitle, sentenceOf } from './sentence';

const code = {
  ...{ id: 'c1', parentId: null, position: 0, name: 'Stability', color: '#000000', shortcut: null, definition: '' },
  ...{ useWhen: '', avoidWhen: '', examples: [], version: 1, createdAt: '', archived: false },
};
const gone = { documents: { left: 'A withdrawn note' }, codes: {} };
const state = stateOf({
  ...{ viewerId: 'me', members: [], invitations: [], coderAttributes: [], documents: [], attributes: [], pairs: [], codes: [code], codings: [] },
  ...{ codebookVersion: 1, finished: [], rounds: [], reminders: [], settlements: [], comments: [] },
  project: { id: 'p', title: '', description: '', codersEditDocuments: false, codersEditCodebook: false },
});

function said(kind: string, body: unknown): string {
  return sentenceOf({ id: '', kind, actorId: 'me', at: '', body, undoes: null, step: null }, { ...state, gone });
}

it('says what was done in the words of the codebook', () => {
  const coding = { codeId: 'c1', documentId: 'gone', quote: 'a stable region' };
  expect(said('coding.add', { coding })).toBe('put “Stability” on “a stable region” in a document that is gone for good');
  expect(said('code.edit', { id: 'c1', set: { useWhen: '', avoidWhen: '', color: '' }, version: 4 })).toBe(
    'changed use when, avoid when and colour of “Stability” (codebook version 4)',
  );
});

it('says of whose code a memo was, from which code to which a coding went, and by which version its coder stands', () => {
  const edit = { id: 'x', documentId: 'left', codeId: 'c1', coderId: 'me', before: {} };
  expect(said('coding.edit', { ...edit, set: { memo: 'why' } })).toBe('changed the memo of “Stability” in “A withdrawn note”');
  expect(said('coding.edit', { ...edit, set: { codeId: 'gone' }, before: { codeId: 'c1' } })).toBe(
    'recoded “Stability” to a code that is gone for good in “A withdrawn note”',
  );
  expect(said('coding.confirm', { ...edit, version: 5, before: 2 })).toBe(
    'stood by “Stability” in “A withdrawn note” under codebook version 5',
  );
  expect(said('code.edit', { id: 'c1', set: { definition: '' }, version: 4, note: 'Shorter.' })).toBe(
    'changed definition of “Stability” (codebook version 4): Shorter.',
  );
});

it('calls what was deleted by its name, so that one knows what to restore', () => {
  expect(said('document.delete', { id: 'left' })).toBe('deleted “A withdrawn note”');
});

it('shortens a long quote instead of filling the page with it', () => {
  expect(said('coding.remove', { coding: { codeId: 'c1', documentId: 'd', quote: 'x'.repeat(500) } }).length).toBeLessThan(130);
});

it('has a title for every kind, and no sentence fails on a kind of a later version', () => {
  expect(new Set(kindNames.map(kindTitle)).size).toBe(kindNames.length);
  expect(said('coding.translate', {})).toBe('made a change of the kind coding.translate');
});
