import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { examine } from '@/lib/doctor/store';
import { inverseOf } from '@/lib/door';
import { run } from '@/lib/door/store';
import { purge } from '@/lib/door/purge/store';
import { keptDays, type Change } from '@/lib/log';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { comparable, fromLog } from '@/lib/testing/snapshot';
import { change, document, joined, person, project } from '@/prisma/builders';
import { listPairs } from './store';

useFreshDatabase();

let owner: Membership;
let adjudicator: Membership;

beforeAll(async () => {
  owner = await project(await person());
  adjudicator = await joined(owner, await person({ name: 'Ada Judge' }), 'adjudicator');
});

/** Three blocks each. */
const [russian, english] = ['Раз.\n\nДва.\n\nТри.', 'One.\n\nTwo.\n\nThree.'];

async function two(): Promise<{ originalId: string; translationId: string }> {
  const originalId = await document(owner, { text: russian, title: 'Речь' });
  return { originalId, translationId: await document(owner, { text: english, title: 'The speech' }) };
}

async function linked() {
  const pair = { id: randomUUID(), ...(await two()) };
  await change(owner, 'pair.link', pair);
  return pair;
}

async function found(id: string) {
  return (await listPairs(owner.projectId)).find((pair) => pair.id === id);
}

async function takeBack({ id, kind, body }: Change, by = owner): Promise<Change> {
  const undone = inverseOf({ id, kind, body } as Change)!;
  return (await run(by, { id: randomUUID(), ...undone, undoes: id })).change;
}

it('links an original with its translation, and takes that back and does it again', async () => {
  const pair = { id: randomUUID(), ...(await two()) };
  const { change: made } = await run(owner, { id: randomUUID(), kind: 'pair.link', body: pair });
  expect(await found(pair.id)).toEqual({ ...pair, anchors: [] });
  const undone = await takeBack(made);
  expect(await found(pair.id)).toBeUndefined();
  await takeBack(undone);
  expect(await found(pair.id)).toEqual({ ...pair, anchors: [] });
});

it('keeps each document in one pair at most, on whichever side, and says which', async () => {
  const { originalId, translationId } = await linked();
  const other = await document(owner, { text: english });
  for (const sides of [
    { originalId, translationId: other },
    { originalId: other, translationId },
    { originalId: translationId, translationId: other },
    { originalId: other, translationId: originalId },
  ]) {
    const asked = change(owner, 'pair.link', { id: randomUUID(), ...sides });
    await expect(asked).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('“The speech” is already linked as the translation of “Речь”'),
    });
  }
});

it('refuses a document as its own translation, and one that is not there', async () => {
  const { originalId } = await two();
  const ask = (translationId: string) => change(owner, 'pair.link', { id: randomUUID(), originalId, translationId });
  await expect(ask(originalId)).rejects.toThrow('A document is not its own translation.');
  await expect(ask(randomUUID())).rejects.toMatchObject({ code: 'not-found' });
});

it('keeps what was put together by hand in the order of the texts, each once, and takes a correction back exactly', async () => {
  const { id } = await linked();
  const first = { original: 0, translation: 0 };
  const last = { original: 2, translation: 2 };
  await change(owner, 'pair.align', { id, add: [last, first], remove: [] });
  expect((await found(id))?.anchors).toEqual([first, last]);
  const asked = { id, add: [last, { original: 1, translation: 2 }], remove: [first, { original: 1, translation: 0 }] };
  const { change: made } = await run(owner, { id: randomUUID(), kind: 'pair.align', body: asked });
  expect((await found(id))?.anchors).toEqual([{ original: 1, translation: 2 }, last]);
  await takeBack(made);
  expect((await found(id))?.anchors).toEqual([first, last]);
});

it('refuses blocks that the texts do not have, and blocks that would cross', async () => {
  const { id } = await linked();
  const align = (original: number, translation: number) =>
    change(owner, 'pair.align', { id, add: [{ original, translation }], remove: [] });
  await expect(align(3, 0)).rejects.toThrow('The original has 3 blocks, and no block 4.');
  await expect(align(0, 7)).rejects.toThrow('The translation has 3 blocks, and no block 8.');
  await align(1, 1);
  await expect(align(0, 2)).rejects.toThrow(
    'block 1 with block 3 and block 2 with block 2 cannot both belong together',
  );
  expect((await found(id))?.anchors).toEqual([{ original: 1, translation: 1 }]);
});

it('lets nobody’s undo overwrite what somebody else corrected at the same place, and lets it be elsewhere', async () => {
  const { id } = await linked();
  const align = async (by: Membership, block: number) =>
    (
      await run(by, {
        id: randomUUID(),
        kind: 'pair.align',
        body: { id, add: [{ original: block, translation: block }], remove: [] },
      })
    ).change;
  const [mine, elsewhere] = [await align(owner, 0), await align(owner, 2)];
  await run(adjudicator, {
    id: randomUUID(),
    kind: 'pair.align',
    body: { id, add: [{ original: 0, translation: 1 }], remove: [] },
  });
  await expect(takeBack(mine)).rejects.toThrow(
    /Ada Judge has changed the place of block 1 of the original of this pair since/,
  );
  await takeBack(elsewhere);
  expect((await found(id))?.anchors).toEqual([
    { original: 0, translation: 0 },
    { original: 0, translation: 1 },
  ]);
});

it('goes out of sight with either document and comes back with it, unless its other document was linked anew', async () => {
  const { id, originalId, translationId } = await linked();
  await change(owner, 'document.delete', { id: translationId });
  expect(await found(id)).toBeUndefined();
  await expect(change(owner, 'pair.align', { id, add: [], remove: [] })).rejects.toThrow('no longer linked');
  await change(owner, 'document.restore', { id: translationId });
  expect(await found(id)).toBeDefined();

  await change(owner, 'document.delete', { id: translationId });
  const better = {
    id: randomUUID(),
    originalId,
    translationId: await document(owner, { text: english, title: 'A better translation' }),
  };
  await change(owner, 'pair.link', better);
  await change(owner, 'document.restore', { id: translationId });
  expect([await found(id), await found(better.id)]).toEqual([undefined, { ...better, anchors: [] }]);
});

it('goes for good with a document that is removed for good, and the log still folds to what is there', async () => {
  const [kept, lost] = [await linked(), await linked()];
  await change(owner, 'document.delete', { id: lost.originalId });
  await purge(new Date(Date.now() + (keptDays + 1) * 86_400_000));
  expect(await db().pair.count({ where: { projectId: owner.projectId, id: { in: [kept.id, lost.id] } } })).toBe(1);
  expect(comparable(await fromLog(owner)).lists.pairs).toContainEqual({ ...kept, anchors: [] });
  expect((await examine(owner.projectId)).faults).toEqual([]);
});
