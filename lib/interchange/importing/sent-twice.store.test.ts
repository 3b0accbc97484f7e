import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { runInNewProject } from '@/lib/door/store';
import { findMembership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { sample } from '@/lib/testing/elsewhere';
import { expectSound, held } from '@/lib/testing/importing';
import { person, type Person } from '@/prisma/builders';
import { refiProject } from '../formats/refi-project';
import { projectIn } from './preview';

useFreshDatabase();

let olga: Person;
let ben: Person;

beforeEach(async () => {
  olga = await person({ name: 'Olga' });
  ben = await person({ name: 'Ben' });
});

describe('an import into a new project that is sent twice', () => {
  async function asking() {
    const contents = await sample();
    const content = await held(refiProject, contents);
    const people = content.about.people.map(({ id: key }) => ({ key, memberId: null }));
    const body = { source: 'study.qdpx', people, codes: 'join', documents: 'join' };
    const request = { id: randomUUID(), kind: 'project.import' as const, body };
    const send = async (by = olga.id) =>
      runInNewProject(by, projectIn(content.about), { request, enclosed: await held(refiProject, contents) });
    return { request, send };
  }

  async function expectOne(id: string): Promise<void> {
    const where = { projectId: id };
    expect([
      await db().coding.count({ where }),
      await db().change.count({ where: { ...where, kind: 'project.import' } }),
    ]).toEqual([2, 1]);
    expect(await db().project.count({ where: { title: 'Elsewhere', members: { some: { userId: olga.id } } } })).toBe(1);
    await expectSound((await findMembership(id, olga.id))!);
  }

  it('makes one project of it where the answer was lost, and answers with what landed', async () => {
    const { request, send } = await asking();
    const first = await send();
    expect(await send()).toEqual(first);
    await expectOne(request.id);
  });

  it('makes one project of it where both are under way at once', async () => {
    const { request, send } = await asking();
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    await expectOne(request.id);
  });

  it('tells nobody else of it who sends the same id', async () => {
    const { request, send } = await asking();
    await send();
    await expect(send(ben.id)).rejects.toMatchObject({ code: 'conflict' });
    await expectOne(request.id);
  });
});
