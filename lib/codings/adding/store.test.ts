import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { examine } from '@/lib/doctor/store';
import { run } from '@/lib/door/store';
import { changesAfter } from '@/lib/log/store';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { change, code, document, joined, person, project } from '@/prisma/builders';

useFreshDatabase();

const text =
  'Moscow called for restraint. It warned of escalation, and blamed Washington for all of it. Nobody was surprised.';
let owner: Membership;
let ben: Membership;
let documentId: string;
let codeId: string;

beforeEach(async () => {
  owner = await project(await person());
  ben = await joined(owner, await person(), 'coder');
  documentId = await document(owner, { text });
  codeId = await code(owner, { name: 'Restraint' });
});

type At = { start: number; of?: string; id?: string; change?: string };

function put(by: Membership, { start, of = codeId, id = randomUUID(), change: changeId = randomUUID() }: At) {
  const body = { id, documentId, codeId: of, start, end: start + 3, quote: text.slice(start, start + 3) };
  return run(by, { id: changeId, kind: 'coding.add', body });
}

/** What became of each: its number in the log, or the sentence that it was refused with. */
async function outcomes(asked: Promise<{ seq: bigint }>[]): Promise<(number | string)[]> {
  const settled = await Promise.allSettled(asked);
  return settled.map((each) => (each.status === 'fulfilled' ? Number(each.value.seq) : (each.reason as Error).message));
}

async function newest(): Promise<number> {
  return Number((await db().project.findUniqueOrThrow({ where: { id: owner.projectId } })).seq);
}

async function expectSound(): Promise<void> {
  expect((await examine(owner.projectId)).faults).toEqual([]);
  const seqs = (await changesAfter(owner.projectId, 0n, 5_000)).map(({ seq }) => Number(seq));
  expect(seqs).toEqual(seqs.map((_, at) => at + 1));
}

describe('codings that come at once', () => {
  it('are numbered without a gap, each answered with its own', async () => {
    const before = await newest();
    const starts = Array.from({ length: 90 }, (_, n) => n);
    const people = starts.map((n) => (n % 2 ? owner : ben));
    const made = await Promise.all(starts.map((start) => put(people[start]!, { start })));
    expect(made.map(({ seq }) => Number(seq)).sort((a, b) => a - b)).toEqual(starts.map((n) => before + 1 + n));
    expect(made.map(({ change: { actorId, body } }) => [actorId, (body as { coding: object }).coding])).toEqual(
      starts.map((start) => [
        people[start]!.userId,
        expect.objectContaining({ start, quote: text.slice(start, start + 3), coderId: people[start]!.userId }),
      ]),
    );
    await expectSound();
  });

  it('of which some cannot be: those get their own sentence, the others are written', async () => {
    const gone = await code(owner, { name: 'Gone' });
    await change(owner, 'code.delete', { id: gone });
    await put(ben, { start: 50 });
    const before = await newest();
    const found = await outcomes([
      put(ben, { start: 0 }),
      put(ben, { start: 1, of: gone }),
      put(owner, { start: 2 }),
      put(ben, { start: 50 }),
      put(owner, { start: 50 }),
    ]);
    expect(found).toEqual([
      before + 1,
      'This code is no longer in the codebook. Choose another one.',
      before + 2,
      'You have already put this code on exactly this passage.',
      before + 3,
    ]);
    await expectSound();
  });

  it('of somebody who has just been removed are refused, and those beside them stand', async () => {
    const leaving = await joined(owner, await person(), 'coder');
    await change(owner, 'member.remove', { userId: leaving.userId });
    const before = await newest();
    const found = await outcomes([put(leaving, { start: 0 }), put(ben, { start: 0 }), put(leaving, { start: 1 })]);
    expect(found).toEqual([
      'You can no longer code in this project.',
      before + 1,
      'You can no longer code in this project.',
    ]);
    await expectSound();
  });

  it('and are the same request sent twice are one coding', async () => {
    const same = { start: 0, id: randomUUID(), change: randomUUID() };
    const before = await newest();
    const found = await outcomes([put(ben, { start: 9 }), put(ben, same), put(ben, same), put(ben, { start: 5 })]);
    expect(found[1]).toBe(found[2]);
    expect(await newest()).toBe(before + 3);
    await expectSound();
  });
});
