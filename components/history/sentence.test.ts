import { expect, it } from 'vitest';
import { kindNames, stateOf } from '@/lib/door';
import { kindTitle, sentenceOf } from './sentence';

const code = {
  ...{ id: 'c1', parentId: null, position: 0, name: 'Stability', color: '#000000', shortcut: null, definition: '' },
  ...{ useWhen: '', avoidWhen: '', examples: [], version: 1, createdAt: '', archived: false },
};
const gone = { documents: { left: 'A withdrawn note' }, codes: {} };
const state = stateOf({
  ...{ viewerId: 'me', members: [], invitations: [], coderAttributes: [], documents: [], attributes: [], codes: [code], codings: [] },
  ...{ codebookVersion: 1, finished: [], rounds: [], reminders: [] },
  project: { id: 'p', title: '', description: '', codersEditDocuments: false, codersEditCodebook: false },
});

function said(kind: string, body: unknown): string {
  return sentenceOf({ id: '', kind, actorId: 'me', at: '', body, undoes: null, step: null }, { ...state, gone });
}

it('says what was done in the words of the codebook', () => {
  const coding = { codeId: 'c1', documentId: 'gone', quote: 'a stable region' };
  expect(said('coding.add', { coding })).toBe('put “Stability” on “a stable region” in a deleted document');
  expect(said('code.edit', { id: 'c1', set: { useWhen: '', avoidWhen: '', color: '' }, version: 4 })).toBe(
    'changed use when, avoid when and colour of “Stability” (codebook version 4)',
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
