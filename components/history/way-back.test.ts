import { expect, it } from 'vitest';
import type { Role } from '@/lib/access';
import { stateOf } from '@/lib/door';
import { wayBack } from './way-back';

const member = { name: 'Me', shade: 0, removed: false, attributes: {} };
const settings = { codersEditDocuments: false, codersEditCodebook: false };

function offered(role: Role, { kind, body, actorId = 'me' }: { kind: string; body: unknown; actorId?: string }) {
  const lists = {
    invitations: [],
    coderAttributes: [],
    documents: [],
    attributes: [],
    pairs: [],
    codes: [],
    codings: [],
    finished: [],
    rounds: [],
    reminders: [],
    settlements: [],
    comments: [],
  };
  const project = { id: 'p', title: '', description: '', ...settings };
  const state = stateOf({
    viewerId: 'me',
    project,
    codebookVersion: 1,
    members: [{ id: 'me', role, ...member }],
    ...lists,
  });
  const gone = { documents: { left: 'A withdrawn note' }, codes: {} };
  return wayBack({ id: '', kind, actorId, at: '', body, undoes: null, step: null }, { ...state, gone });
}

const edited = { id: 'c', set: { name: 'New' }, before: { name: 'Old' }, version: 2 };

it('offers what may be done to take a change back, whoever made it, to whoever may do that', () => {
  expect(offered('owner', { kind: 'code.edit', body: edited, actorId: 'ben' })).toBe('Undo');
  expect(offered('coder', { kind: 'code.edit', body: edited, actorId: 'ben' })).toBeNull();
});

it('offers nobody to take back what another person did to their codings', () => {
  const coding = { id: 'x', documentId: 'd', coderId: 'ben' };
  expect(offered('owner', { kind: 'coding.add', body: { coding }, actorId: 'ben' })).toBeNull();
  expect(offered('coder', { kind: 'coding.add', body: { coding: { ...coding, coderId: 'me' } } })).toBe('Undo');
});

it('offers to restore what was deleted only as long as it is kept', () => {
  expect(offered('owner', { kind: 'document.delete', body: { id: 'left' } })).toBe('Restore');
  expect(offered('owner', { kind: 'document.delete', body: { id: 'purged' } })).toBeNull();
});

it('offers nothing where there is no way back, as for a round that was closed', () => {
  expect(offered('owner', { kind: 'round.close', body: { id: 'r' } })).toBeNull();
  expect(offered('owner', { kind: 'a.later-kind', body: {} })).toBeNull();
});
