import { beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { examine } from '@/lib/doctor/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { fromDatabase } from '@/lib/testing/snapshot';
import { change, code, coding, document, joined, person, project, type Person } from '@/prisma/builders';
import { findMembership, listProjects, type Membership } from '../store';
import { listDeleted, restoreProject } from './store';

useFreshDatabase();

const text = 'Moscow called for restraint.';
let [olga, ben]: Person[] = [] as never;
let [owner, coder]: Membership[] = [] as never;

beforeEach(async () => {
  [olga, ben] = [await person(), await person()];
  owner = await project(olga, 'A study');
  coder = await joined(owner, ben, 'coder');
  const documentId = await document(owner, { text });
  await coding(coder, { documentId, codeId: await code(owner, { name: 'Calm' }), text, quote: 'restraint' });
});

const remove = (by = owner!, title = 'A study') => change(by, 'project.delete', { title });
const titles = async (who: Person) => (await listDeleted(who.id)).map(({ title }) => title);

it('takes a project from everybody’s sight, and its owner brings it back as it was', async () => {
  const before = await fromDatabase(coder!);
  await remove();
  for (const who of [olga!, ben!]) {
    expect(await listProjects(who.id)).toEqual([]);
    expect(await findMembership(owner!.projectId, who.id)).toBeNull();
  }
  await expect(change(coder!, 'code.add', {} as never)).rejects.toMatchObject({ name: 'Refusal' });
  expect([await titles(olga!), await titles(ben!)]).toEqual([['A study'], []]);
  await restoreProject(owner!.projectId, olga!.id);
  expect(await fromDatabase(coder!)).toEqual(before);
  expect(await titles(olga!)).toEqual([]);
  expect((await examine(owner!.projectId)).faults).toEqual([]);
});

it('asks for the title, so that nobody deletes the wrong project', async () => {
  await expect(remove(owner!, 'A stud')).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('“A study”'),
  });
  expect(await listProjects(olga!.id)).toHaveLength(1);
});

it('says nothing of a deleted project to anybody but its owners, and brings it back for nobody else, or later', async () => {
  const stranger = await person();
  await remove();
  for (const who of [ben!, stranger])
    await expect(restoreProject(owner!.projectId, who.id)).rejects.toMatchObject({ code: 'not-found' });
  await db().project.update({
    where: { id: owner!.projectId },
    data: { deletedAt: new Date(Date.now() - 31 * 86_400_000) },
  });
  expect(await titles(olga!)).toEqual([]);
  await expect(restoreProject(owner!.projectId, olga!.id)).rejects.toMatchObject({ code: 'not-found' });
});

it('takes no change while it is deleted, also none that was on its way', async () => {
  await Promise.allSettled([remove(), ...Array.from({ length: 6 }, (_, n) => code(owner!, { name: `Code ${n}` }))]);
  const { codes } = await fromDatabase(owner!);
  await expect(code(owner!, { name: 'Late' })).rejects.toMatchObject({ name: 'Refusal' });
  await restoreProject(owner!.projectId, olga!.id);
  expect((await fromDatabase(owner!)).codes).toEqual(codes);
  expect((await examine(owner!.projectId)).faults).toEqual([]);
});
