import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { examine } from '@/lib/doctor/store';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { fromDatabase } from '@/lib/testing/snapshot';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';
import { holdingFast, purge } from './store';

useFreshDatabase();

const text = 'Moscow called for restraint. It warned of escalation, and blamed Washington for all of it.';
let [owner, ben]: Membership[] = [] as never;
let documents: string[];
let [blame, calm]: string[] = [] as never;

beforeEach(async () => {
  owner = await project(await person());
  ben = await joined(owner, await person(), 'coder');
  documents = [await document(owner, { text }), await document(owner, { text })];
  [blame, calm] = [await code(owner, { name: 'Blame' }), await code(owner, { name: 'Calm' })];
  for (const documentId of documents) {
    for (const codeId of [blame, calm]) await coding(ben, { documentId, codeId: codeId!, text, quote: 'restraint' });
    await change(ben, 'finished.set', { documentId, finished: true });
  }
});

const days = (n: number) => new Date(Date.now() + n * 86_400_000);
const sound = async () => expect((await examine(owner!.projectId)).faults).toEqual([]);
const rows = (of: 'document' | 'code' | 'coding') => {
  const where = { projectId: owner!.projectId };
  return of === 'document'
    ? db().document.count({ where })
    : of === 'code'
      ? db().code.count({ where })
      : db().coding.count({ where });
};

it('brings documents and codes back with their codings for 30 days, and not after', async () => {
  await change(owner!, 'document.delete', { id: documents[0]! });
  await change(owner!, 'code.delete', { id: blame! });
  await purge(days(29));
  await sound();
  await change(owner!, 'document.restore', { id: documents[0]! });
  await change(owner!, 'code.restore', { ids: [blame!] });
  expect((await fromDatabase(owner!)).codings).toHaveLength(4);
  await change(owner!, 'document.delete', { id: documents[0]! });
  await change(owner!, 'code.delete', { id: blame! });
  expect(await purge(days(31))).toEqual({ projects: 0, documents: 1, codes: 1 });
  expect(await Promise.all([rows('document'), rows('code'), rows('coding')])).toEqual([1, 1, 1]);
  await expect(change(owner!, 'document.restore', { id: documents[0]! })).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('30 days'),
  });
  await expect(change(owner!, 'code.restore', { ids: [blame!] })).rejects.toMatchObject({ code: 'not-found' });
  await sound();
});

it('leaves the log whole, and with it every document and code that was not deleted', async () => {
  const before = await db().change.count({ where: { projectId: owner!.projectId } });
  await change(owner!, 'code.delete', { id: blame! });
  await purge(days(31));
  expect(await db().change.count({ where: { projectId: owner!.projectId } })).toBe(before + 1);
  expect((await fromDatabase(owner!)).codings.map(({ codeId }) => codeId)).toEqual([calm, calm]);
});

it('keeps the documents of a round, whose numbers are counted in their text', async () => {
  const id = randomUUID();
  await change(owner!, 'round.open', { id, title: 'Pilot', documentIds: [documents[0]!], coderIds: [ben!.userId] });
  await change(owner!, 'round.close', { id, reason: '' });
  for (const each of documents) await change(owner!, 'document.delete', { id: each });
  expect(await purge(days(31))).toEqual({ projects: 0, documents: 1, codes: 0 });
  await change(owner!, 'document.restore', { id: documents[0]! });
  await sound();
});

it('removes a code that was merged away, whose codings have gone over, and one that stood inside another', async () => {
  const inside = await code(owner!, { name: 'Threat', parentId: blame! });
  await change(owner!, 'code.delete', { id: inside });
  await change(owner!, 'code.merge', { id: blame!, into: calm!, rules: true, examples: false });
  expect(await purge(days(31))).toMatchObject({ codes: 2 });
  expect((await fromDatabase(owner!)).codings.map(({ codeId }) => codeId)).toEqual([calm, calm]);
  await sound();
});

it('removes a deleted project with all it holds, and touches no other', async () => {
  const other = await project(await person());
  await change(owner!, 'project.delete', { title: 'A study' });
  expect(await purge(days(29))).toMatchObject({ projects: 0 });
  expect(await purge(days(31))).toMatchObject({ projects: 1 });
  for (const count of [
    rows('document'),
    rows('code'),
    rows('coding'),
    db().change.count({ where: { projectId: owner!.projectId } }),
    db().about.count({ where: { projectId: owner!.projectId } }),
  ])
    expect(await count).toBe(0);
  expect(await fromDatabase(other)).toMatchObject({ codes: [] });
});

it('knows every table whose rows would not go with their project by themselves', async () => {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f' AND confdeltype = 'a' AND conrelid IN (
      SELECT attrelid FROM pg_attribute WHERE attname = 'project_id')`;
  expect(tables.map(({ name }) => name).sort()).toEqual([...holdingFast].sort());
});

it('meets a person who restores, and another process that purges, at the same moment: either way whole', async () => {
  for (let round = 0; round < 8; round++) {
    const id = await document(owner!, { text });
    await coding(ben!, { documentId: id, codeId: calm!, text, quote: 'escalation' });
    await change(owner!, 'document.delete', { id });
    const [restored] = await Promise.allSettled([
      change(owner!, 'document.restore', { id }),
      purge(days(31)),
      purge(days(31)),
    ]);
    expect((await fromDatabase(owner!)).codings.some(({ documentId }) => documentId === id)).toBe(
      restored.status === 'fulfilled',
    );
    if (restored.status === 'rejected') expect(restored.reason).toMatchObject({ name: 'Refusal' });
  }
  await sound();
});
