import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { examine } from '@/lib/doctor/store';
import type { KindName } from '@/lib/door';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { comparable, fromDatabase, fromLog } from '@/lib/testing/snapshot';
import { code, coding, document, joined, person, project } from '@/prisma/builders';
import { stateOf } from './state';
import { run } from './store';

useFreshDatabase();

const text =
  'Moscow called for restraint. It warned of escalation, and blamed Washington for all of it. Nobody was surprised.';
const rounds = 15;
let [owner, ann, ben]: Membership[] = [] as never;
let documentId: string;

beforeEach(async () => {
  owner = await project(await person());
  ann = await joined(owner, await person(), 'owner');
  ben = await joined(owner, await person(), 'coder');
  documentId = await document(owner, { text });
});

type Act = () => Promise<unknown>;

function ask(by: Membership, kind: KindName, body: unknown): Act {
  return () => run(by, { id: randomUUID(), kind, body });
}

type At = { codeId: string; start: number; id?: string };

function put(by: Membership, { codeId, start, id = randomUUID() }: At): Act {
  return ask(by, 'coding.add', { id, documentId, codeId, start, end: start + 3, quote: text.slice(start, start + 3) });
}

/** All at the same moment, each in a turn of the event loop of its own. What is not done is refused in words: no act fails. */
async function atOnce(acts: Act[]): Promise<boolean[]> {
  let open: () => void = () => {};
  const barrier = new Promise<void>((resolve) => (open = resolve));
  const running = acts.map((act) => barrier.then(act));
  open();
  const settled = await Promise.allSettled(running);
  for (const each of settled) if (each.status === 'rejected') expect(each.reason).toMatchObject({ name: 'Refusal' });
  return settled.map(({ status }) => status === 'fulfilled');
}

/** Log and rows agree, for the doctor and for everybody's eyes; nothing belongs to nothing. */
async function expectSound(...eyes: Membership[]): Promise<void> {
  expect((await examine(owner!.projectId)).faults).toEqual([]);
  for (const by of eyes) expect(comparable(await fromLog(by))).toEqual(comparable(stateOf(await fromDatabase(by))));
}

it('two owners change one code at once: each change counts, the last word of each field stands, versions are numbered once', async () => {
  const id = await code(owner!, { name: 'Blame' });
  for (let round = 0; round < rounds; round++) {
    const done = await atOnce([
      ask(owner!, 'code.edit', { id, set: { definition: `Olga ${round}` }, note: 'as agreed' }),
      ask(ann!, 'code.edit', { id, set: { definition: `Ann ${round}`, useWhen: `Ann ${round}` } }),
      ask(ann!, 'code.edit', { id, set: { color: `#0000${10 + round}` } }),
      ask(owner!, 'code.move', { id, parentId: null, index: 0 }),
    ]);
    expect(done).toEqual([true, true, true, true]);
    const now = (await fromDatabase(owner!)).codes.find((each) => each.id === id)!;
    expect([`Olga ${round}`, `Ann ${round}`]).toContain(now.definition);
    expect(now).toMatchObject({ useWhen: `Ann ${round}`, color: `#0000${10 + round}` });
  }
  const { codebookVersion } = await fromDatabase(owner!);
  expect(codebookVersion).toBe(2 + 2 * rounds);
  await expectSound(owner!, ann!);
});

it('two owners rename, delete, bring back and merge one code at once: no fault, and what was acknowledged is there', async () => {
  const other = await code(owner!, { name: 'Calm' });
  for (let round = 0; round < rounds; round++) {
    const id = await code(owner!, { name: `Brief ${round}` });
    const kept = await coding(ben!, { documentId, codeId: id, text, quote: 'restraint' });
    await atOnce([
      ask(owner!, 'code.edit', { id, set: { name: `Renamed ${round}` } }),
      ask(ann!, 'code.delete', { id }),
      ask(owner!, 'code.restore', { ids: [id] }),
      ask(ann!, 'code.merge', { id, into: other, rules: true, examples: true }),
    ]);
    expect(await db().coding.count({ where: { projectId: owner!.projectId, id: kept, deletedAt: null } })).toBe(1);
    await ask(ben!, 'coding.remove', { id: kept })();
  }
  await expectSound(owner!, ben!);
});

it('a code is merged while another person applies it: every acknowledged coding is there, under a code that is there', async () => {
  const into = await code(owner!, { name: 'Blame' });
  for (let round = 0; round < rounds; round++) {
    const from = await code(owner!, { name: `Brief ${round}` });
    const ids = Array.from({ length: 6 }, () => randomUUID());
    const done = await atOnce([
      ...ids.slice(0, 3).map((id, n) => put(ben!, { codeId: from, start: round + n * 20, id })),
      ask(owner!, 'code.merge', { id: from, into, rules: false, examples: false }),
      ...ids.slice(3).map((id, n) => put(ben!, { codeId: from, start: round + 10 + n * 20, id })),
    ]);
    expect(done[3]).toBe(true);
    const acknowledged = ids.filter((_, n) => done[n < 3 ? n : n + 1]);
    const codings = new Map((await fromDatabase(ben!)).codings.map((each) => [each.id, each]));
    expect(acknowledged.map((id) => codings.get(id)?.codeId)).toEqual(acknowledged.map(() => into));
    for (const id of acknowledged) await ask(ben!, 'coding.remove', { id })();
  }
  await expectSound(owner!, ben!);
});

it('a member is removed while coding: what was acknowledged stays under their name, and nothing comes after', async () => {
  const codeId = await code(owner!, { name: 'Blame' });
  for (let round = 0; round < rounds; round++) {
    const who = await person();
    const leaving = await joined(owner!, who, 'coder');
    const ids = Array.from({ length: 8 }, () => randomUUID());
    const done = await atOnce([
      ...ids.slice(0, 4).map((id, n) => put(leaving, { codeId, start: n * 5, id })),
      ask(owner!, 'member.remove', { userId: who.id }),
      ask(leaving, 'finished.set', { documentId, finished: true }),
      ...ids.slice(4).map((id, n) => put(leaving, { codeId, start: 40 + n * 5, id })),
    ]);
    expect(done[4]).toBe(true);
    const acknowledged = ids.filter((_, n) => done[n < 4 ? n : n + 2]);
    const theirs = await db().coding.findMany({
      where: { projectId: owner!.projectId, coderId: who.id },
      select: { id: true },
    });
    expect(theirs.map(({ id }) => id).sort()).toEqual(acknowledged.sort());
    expect(await atOnce([put(leaving, { codeId, start: 70 })])).toEqual([false]);
  }
  await expectSound(owner!, ben!);
});

it('a definition changes while its coders confirm, recode and drop: every coding ends as its coder last said', async () => {
  const [id, other] = [await code(owner!, { name: 'Blame' }), await code(owner!, { name: 'Calm' })];
  for (let round = 0; round < rounds; round++) {
    const codings = [randomUUID(), randomUUID(), randomUUID()] as const;
    for (const [n, each] of codings.entries()) await put(ben!, { codeId: id, start: round * 3 + n * 20, id: each })();
    const { codebookVersion: version } = await fromDatabase(owner!);
    await ask(owner!, 'code.edit', { id, set: { definition: `Before ${round}` } })();
    const done = await atOnce([
      ask(ben!, 'coding.confirm', { id: codings[0], version: version + 1 }),
      ask(owner!, 'code.edit', { id, set: { definition: `After ${round}` } }),
      ask(ben!, 'coding.edit', { id: codings[1], set: { codeId: other } }),
      ask(ben!, 'coding.remove', { id: codings[2] }),
    ]);
    expect(done).toEqual([true, true, true, true]);
    const now = new Map((await fromDatabase(ben!)).codings.map((each) => [each.id, each]));
    expect(now.get(codings[0])?.codebookVersion).toBe(version + 1);
    expect(now.get(codings[1])?.codeId).toBe(other);
    expect(now.has(codings[2])).toBe(false);
    for (const each of codings.slice(0, 2)) await ask(ben!, 'coding.remove', { id: each })();
  }
  await expectSound(owner!, ben!);
});
