import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { inverseOf, stateOf } from '@/lib/door';
import { run } from '@/lib/door/store';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { comparable, fromDatabase, fromLog } from '@/lib/testing/snapshot';
import { change, document, joined, person, project } from '@/prisma/builders';
import { mentionsOf } from '..';
import { mentionsSeen, seeMentions } from './store';

useFreshDatabase();

const text = 'Order comes first. Bread comes next.';
let owner: Membership;
let ben: Membership;
let cleo: Membership;
let ids: { documentId: string; roundId: string };

beforeEach(async () => {
  owner = await project(await person());
  ben = await joined(owner, await person({ name: 'Ben Coder' }), 'coder');
  cleo = await joined(owner, await person({ name: 'Cleo' }), 'coder');
  ids = { documentId: await document(owner, { text }), roundId: randomUUID() };
  const coderIds = [ben.userId, cleo.userId];
  await change(owner, 'round.open', { id: ids.roundId, title: 'A round', documentIds: [ids.documentId], coderIds });
});

async function say(by: Membership, words: string): Promise<string> {
  const id = randomUUID();
  await change(by, 'comment.add', { id, ...ids, start: 0, end: 18, text: words });
  return id;
}

async function heard(by: Membership) {
  return (await fromDatabase(by)).comments.map(({ text: said }) => said);
}

it('is sealed as codings are: while the round is open, each sees only what they said themselves', async () => {
  await say(ben, '@Cleo, is this order?');
  await say(cleo, 'I put bread here.');
  expect([await heard(owner), await heard(ben), await heard(cleo)]).toEqual([
    [],
    ['@Cleo, is this order?'],
    ['I put bread here.'],
  ]);
  expect(mentionsOf((await fromDatabase(cleo)).comments, cleo.userId)).toEqual([]);
  for (const by of [owner, ben, cleo])
    expect(comparable(await fromLog(by))).toEqual(comparable(stateOf(await fromDatabase(by))));
  await change(owner, 'round.close', { id: ids.roundId, reason: 'The time is up.' });
  expect(await heard(owner)).toHaveLength(2);
  expect(mentionsOf((await fromDatabase(cleo)).comments, cleo.userId).map(({ text: said }) => said)).toEqual([
    '@Cleo, is this order?',
  ]);
});

it('names whom the text names, again when it is written anew, and not those who have left', async () => {
  await change(owner, 'round.close', { id: ids.roundId, reason: 'The time is up.' });
  const id = await say(owner, '@Ben Coder and @Cleo');
  await change(owner, 'comment.edit', { id, text: 'only @Cleo' });
  expect((await fromDatabase(owner)).comments).toMatchObject([
    { mentions: [cleo.userId], editedAt: expect.any(String) },
  ]);
  await change(owner, 'member.remove', { userId: cleo.userId });
  await change(owner, 'comment.edit', { id, text: '@Cleo?' });
  expect((await fromDatabase(owner)).comments).toMatchObject([{ mentions: [] }]);
});

it('leaves nothing of a removed comment but that it was there, and undo brings it back', async () => {
  await change(owner, 'round.close', { id: ids.roundId, reason: 'The time is up.' });
  const id = await say(ben, '@Cleo, a slip');
  const removed = await run(ben, { id: randomUUID(), kind: 'comment.remove', body: { id } });
  expect((await fromDatabase(cleo)).comments).toMatchObject([{ text: '', mentions: [], removed: true }]);
  await run(ben, { id: randomUUID(), ...inverseOf(removed.change)!, undoes: removed.change.id });
  expect((await fromDatabase(cleo)).comments).toMatchObject([
    { text: '@Cleo, a slip', mentions: [cleo.userId], removed: false },
  ]);
  expect(comparable(await fromLog(cleo))).toEqual(comparable(stateOf(await fromDatabase(cleo))));
});

it('is changed and removed by its author alone, owners included', async () => {
  await change(owner, 'round.close', { id: ids.roundId, reason: 'The time is up.' });
  const id = await say(ben, 'mine');
  for (const by of [owner, cleo]) {
    await expect(change(by, 'comment.edit', { id, text: 'ours' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(change(by, 'comment.remove', { id })).rejects.toMatchObject({ code: 'not-found' });
  }
  expect(await heard(cleo)).toEqual(['mine']);
});

it.each([
  ['a blank comment', { text: ' \n' }, /write something/],
  ['one beside the text', { end: 999 }, /does not lie in the text/],
  ['one on a document outside the round', { documentId: randomUUID() }, /no such document in this round/],
])('refuses %s', async (_, wrong, words) => {
  const body = { id: randomUUID(), ...ids, start: 0, end: 5, text: 'x', ...wrong };
  await expect(change(ben, 'comment.add', body)).rejects.toMatchObject({
    name: 'Refusal',
    message: expect.stringMatching(words),
  });
});

it('remembers up to where each person has seen what names them, and of nobody else', async () => {
  expect(await mentionsSeen(owner.projectId, cleo.userId)).toBeNull();
  await seeMentions(owner.projectId, cleo.userId);
  expect(await mentionsSeen(owner.projectId, cleo.userId)).toMatch(/^\d{4}-/);
  expect(await mentionsSeen(owner.projectId, ben.userId)).toBeNull();
});
