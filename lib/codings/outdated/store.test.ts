import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { readVersions } from '@/lib/codebook/store';
import { examine } from '@/lib/doctor/store';
import type { Membership } from '@/lib/projects/store';
import { sealFor } from '@/lib/rounds/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { fromDatabase } from '@/lib/testing/snapshot';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';
import { countOutdated, countOwnOutdated, listOutdated } from './store';

useFreshDatabase();

const text = 'Moscow called for restraint. It warned of escalation, and blamed Washington for all of it.';
let [owner, ben, cem]: Membership[] = [] as never;
let [blame, calm]: string[] = [] as never;
let documentId: string;

beforeEach(async () => {
  owner = await project(await person());
  [ben, cem] = [await joined(owner, await person(), 'coder'), await joined(owner, await person(), 'coder')];
  [blame, calm] = [
    await code(owner, { name: 'Blame', definition: 'Names a culprit.' }),
    await code(owner, { name: 'Calm' }),
  ];
  documentId = await document(owner, { text });
});

const put = (by: Membership, quote: string, codeId = blame!) => coding(by, { documentId, codeId, text, quote });
const own = (by: Membership) => listOutdated({ projectId: by.projectId, coderId: by.userId, codeId: null }, 100);
const quotes = async (by: Membership) => (await own(by)).map(({ quote }) => quote);
const redefine = (definition: string) =>
  change(owner!, 'code.edit', { id: blame!, set: { definition }, note: 'Culprits are people.' });
const version = async () => (await fromDatabase(owner!)).codebookVersion;

it('lists one’s own codings of a code whose meaning changed since, and neither others’ nor those of other codes or looks', async () => {
  await put(ben!, 'restraint');
  await put(ben!, 'escalation', calm);
  await put(cem!, 'Washington');
  await change(owner!, 'code.edit', { id: blame!, set: { color: '#123456' } });
  expect(await quotes(ben!)).toEqual([]);
  await redefine('Names who is guilty.');
  await put(ben!, 'Moscow');
  expect([await quotes(ben!), await quotes(cem!)]).toEqual([['restraint'], ['Washington']]);
  expect(await countOwnOutdated(ben!.projectId, ben!.userId)).toBe(1);
});

it('keeps, recodes and drops; each settles the coding, and taking it back lists it again', async () => {
  const ids = [await put(ben!, 'restraint'), await put(ben!, 'escalation'), await put(ben!, 'Washington')] as const;
  await redefine('Names who is guilty.');
  const before = (await own(ben!))[0]!.codebookVersion;
  await change(ben!, 'coding.confirm', { id: ids[0], version: await version() });
  await change(ben!, 'coding.edit', { id: ids[1], set: { codeId: calm } });
  await change(ben!, 'coding.remove', { id: ids[2] });
  expect(await quotes(ben!)).toEqual([]);
  await change(ben!, 'coding.confirm', { id: ids[0], version: before });
  await change(ben!, 'coding.restore', { id: ids[2] });
  expect(await quotes(ben!)).toEqual(['restraint', 'Washington']);
  expect((await examine(owner!.projectId)).faults).toEqual([]);
});

it('lets nobody confirm another’s coding, one that is gone, or a version of the codebook that is not there yet', async () => {
  const id = await put(ben!, 'restraint');
  const now = await version();
  for (const by of [owner!, cem!])
    await expect(change(by, 'coding.confirm', { id, version: now })).rejects.toMatchObject({ code: 'not-found' });
  await expect(change(ben!, 'coding.confirm', { id, version: now + 1 })).rejects.toMatchObject({ code: 'invalid' });
  await change(ben!, 'coding.remove', { id });
  await expect(change(ben!, 'coding.confirm', { id, version: now })).rejects.toMatchObject({ code: 'not-found' });
});

it('counts for others only what the seal shows', async () => {
  await put(ben!, 'restraint');
  await put(cem!, 'escalation');
  await redefine('Names who is guilty.');
  const seen = async (by: Membership) => {
    const counts = await countOutdated(by.projectId, await sealFor(by.projectId, by.userId));
    return counts.map(({ coderId }) => coderId).sort();
  };
  const both = [ben!.userId, cem!.userId].sort();
  expect(await seen(owner!)).toEqual(both);
  await change(owner!, 'round.open', { id: randomUUID(), title: 'Pilot', documentIds: [documentId], coderIds: both });
  expect([await seen(owner!), await seen(ben!)]).toEqual([[], [ben!.userId]]);
});

it('tells the versions of a code from the log, with the notes, also once it is deleted', async () => {
  await redefine('Names who is guilty.');
  await change(owner!, 'code.delete', { id: blame! });
  const versions = await readVersions(owner!.projectId, blame!);
  expect(versions.map(({ note, changed }) => [note, changed.map(({ field }) => field)])).toEqual([
    ['Culprits are people.', ['definition']],
    ['', []],
  ]);
  expect(await readVersions(owner!.projectId, randomUUID())).toEqual([]);
});
