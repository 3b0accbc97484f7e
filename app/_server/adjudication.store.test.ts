import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { Queue } from '@/components/adjudication/queue';
import { usualChoices } from '@/components/agreement/choices';
import { db } from '@/lib/db';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase as ownDatabase } from '@/lib/testing/database';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';
import { lettersOf } from './adjudication';
import { readScope } from './agreement';
import { tasks } from './counting/tasks';

ownDatabase();

const text = 'Order comes first. Bread comes next. Peace comes last. Then we rest.';
let owner: Membership;
let ben: Membership;
let cleo: Membership;
let ids: { documentId: string; order: string; bread: string; roundId: string };

beforeAll(async () => {
  process.env.CONCORD_CURSOR_KEY = 'a key of more than thirty-two characters';
  owner = await project(await person({ name: 'Olga Owner' }));
  ben = await joined(owner, await person({ name: 'Benedikt Secret' }), 'coder');
  cleo = await joined(owner, await person({ name: 'Cleopatra Hidden' }), 'coder');
  const [documentId, order, bread] = [
    await document(owner, { text }),
    await code(owner, { name: 'Order' }),
    await code(owner, { name: 'Bread' }),
  ];
  ids = { documentId, order, bread, roundId: randomUUID() };
  const alone = await document(owner, { title: 'Only one of the round’s coders comes to the end of it', text });
  const coders = [ben, cleo];
  await change(owner, 'round.open', {
    id: ids.roundId,
    title: 'A round',
    documentIds: [documentId, alone],
    coderIds: coders.map(({ userId }) => userId),
  });
  await coding(ben, { documentId, codeId: order, text, quote: 'Order comes first.', memo: 'As a good.' });
  await coding(cleo, { documentId, codeId: bread, text, quote: 'Order comes first.' });
  for (const by of coders) await coding(by, { documentId, codeId: bread, text, quote: 'Bread comes next.' });
  for (const by of coders) await change(by, 'finished.set', { documentId, finished: true });
  for (const by of [ben, owner]) await change(by, 'finished.set', { documentId: alone, finished: true });
  await change(owner, 'round.close', { id: ids.roundId, reason: 'The time is up.' });
});

async function queue(named: boolean): Promise<Queue> {
  const asked = { ...usualChoices, round: ids.roundId };
  const letters = lettersOf({ id: ids.roundId, coderIds: [ben.userId, cleo.userId] });
  const ask = {
    by: owner,
    scope: await readScope(owner, asked),
    asked,
    roundId: ids.roundId,
    letters,
    named,
    page: 1,
    at: null,
  };
  for await (const answer of tasks.queue(ask)) return answer;
  throw new Error('The task gave no answer.');
}

it('tells who said what only when it is asked to', async () => {
  const [hidden, named] = [await queue(false), await queue(true)];
  const codings = await db().coding.findMany({ where: { projectId: owner.projectId } });
  const telling = [ben.userId, cleo.userId, 'Benedikt', 'Cleopatra', ...codings.map(({ id }) => id)];
  for (const each of telling) expect(JSON.stringify(hidden)).not.toContain(each);
  expect(hidden.cases[0]!.lanes.map(({ letter }) => letter)).toEqual(['A', 'B']);
  expect(named.cases[0]!.lanes.map(({ name }) => name).sort()).toEqual(['Benedikt Secret', 'Cleopatra Hidden']);
  const laneOf = ({ lanes }: Queue['cases'][number]) => lanes.map(({ letter, codings: own }) => [letter, own]);
  expect(laneOf(named.cases[0]!)).toEqual(laneOf(hidden.cases[0]!));
});

it('gives each coder of a round one letter, and in another round another order now and then', () => {
  const coderIds = Array.from({ length: 30 }, () => randomUUID());
  const letters = lettersOf({ id: 'r', coderIds });
  expect(lettersOf({ id: 'r', coderIds: coderIds.toReversed() })).toEqual(letters);
  expect(new Set(Object.values(letters)).size).toBe(30);
  expect(Object.values(letters)).toContain('AD');
  expect(lettersOf({ id: 'another', coderIds })).not.toEqual(letters);
});

it('holds one difference and one agreement, and keeps them whatever is coded, recoded or deleted later', async () => {
  const before = await queue(false);
  expect([before.all.length, before.agreed.length, before.documents]).toEqual([1, 1, { compared: 1, settled: 0 }]);
  expect(before.cases[0]!.around.text).toContain('Order comes first. Bread');
  await coding(ben, { ...ids, codeId: ids.order, text, quote: 'Peace comes last.' });
  await change(owner, 'code.delete', { id: ids.order });
  expect(await queue(false)).toEqual(before);
  await change(owner, 'code.restore', { ids: [ids.order] });
});

it('compares coders with the consensus once nothing is left to settle, what all agree on included', async () => {
  const reason = (await queue(true)).against.map(({ alpha }) => alpha.because);
  expect(reason).toEqual(Array(2).fill(expect.stringContaining('nothing to compare')));
  const [place] = (await queue(true)).all;
  const part = { id: randomUUID(), codeId: ids.order, start: 0, end: 18, quote: 'Order comes first.' };
  await change(owner, 'consensus.settle', {
    id: randomUUID(),
    roundId: ids.roundId,
    ...place!,
    reason: '',
    codings: [part],
  });
  const { against, documents } = await queue(true);
  const of = (name: string) => against.find((each) => each.name === name)!;
  expect(documents).toEqual({ compared: 1, settled: 1 });
  expect(of('Benedikt Secret')).toMatchObject({
    documents: 1,
    units: 4,
    alpha: { value: 1 },
    percent: { value: 1 },
    f1: 1,
  });
  expect(of('Cleopatra Hidden')).toMatchObject({ percent: { value: 0.75 }, f1: 0.5 });
});
