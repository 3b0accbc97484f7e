import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sealOfMarks } from '@/lib/access';
import { db } from '@/lib/db';
import { maySeeChange } from '@/lib/door/store';
import { changesAfter } from '@/lib/log/store';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { comparable, fromDatabase, fromLog } from '@/lib/testing/snapshot';
import { change, document, joined, person, project } from '@/prisma/builders';
import { stateOf, type AskedBody } from '@/lib/door';
import { assign, draw, frameOf, type Round } from '.';
import { listReminders, listRounds, sealFor, takeUnmailed } from './store';

useFreshDatabase();

let owner: Membership;
let coders: Membership[];
let documentIds: string[];

beforeAll(async () => {
  owner = await project(await person());
  coders = [];
  for (let n = 0; n < 4; n++) coders.push(await joined(owner, await person(), 'coder'));
});

/** Documents of their own, so that no test's round is in another's way. */
async function documents(offices: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const office of offices)
    ids.push(await document(owner, { text: 'A statement.', attributes: office ? { office } : {} }));
  return ids.sort();
}

async function open(given: Partial<AskedBody<'round.open'>> = {}): Promise<Round> {
  documentIds = given.documentIds ?? (await documents(['', '', '']));
  const coderIds = coders.map(({ userId }) => userId);
  const { round } = (await change(owner, 'round.open', {
    id: randomUUID(),
    title: 'Round',
    coderIds,
    ...given,
    documentIds,
  })) as { round: Round };
  return round;
}

function finish(by: Membership, ids: string[]) {
  return Promise.all(ids.map((documentId) => change(by, 'finished.set', { documentId, finished: true })));
}

async function expectLogAndRowsToAgree(): Promise<void> {
  for (const by of [owner, coders[0]!])
    expect(comparable(await fromLog(by))).toEqual(comparable(stateOf(await fromDatabase(by))));
}

describe('a sample', () => {
  const office = { id: randomUUID(), key: 'office', name: 'Office', type: 'text', options: [], position: 0 } as const;
  const sampling = { seed: 7, size: 5, by: 'office', fresh: true };

  async function drawn() {
    const { documents: all, rounds } = await fromDatabase(owner);
    return draw(frameOf(all, rounds, true), sampling);
  }

  it('is kept with its seed and every stratum, and can be drawn again from the log', async () => {
    await change(owner, 'attribute.set', { ...office, options: [] });
    await documents(['Kremlin', 'Kremlin', 'Kremlin', 'Kremlin', 'Kremlin', 'Kremlin', 'MFA', 'MFA', 'MFA', '']);
    const sample = await drawn();
    const round = await open({ documentIds: sample.documentIds, sample: sampling });
    expect(round.sample).toEqual({
      ...sampling,
      strata: [
        { value: '', of: 1, drawn: 0 },
        { value: 'Kremlin', of: 6, drawn: 3 },
        { value: 'MFA', of: 3, drawn: 2 },
      ],
    });
    expect(round.documentIds).toEqual(sample.documentIds);
    await change(owner, 'round.close', { id: round.id, reason: 'a trial' });
    await expectLogAndRowsToAgree();
  });

  it('is refused when it is not what the seed draws now: a document came in meanwhile, or somebody chose', async () => {
    await documents(['MFA', 'MFA', 'MFA', 'MFA', 'MFA', 'MFA']);
    const { documentIds: before } = await drawn();
    await documents(Array.from({ length: 20 }, () => 'Duma'));
    await expect(open({ documentIds: before, sample: sampling })).rejects.toMatchObject({ code: 'conflict' });
    const { documentIds: now } = await drawn();
    await expect(open({ documentIds: now.slice(1), sample: sampling })).rejects.toMatchObject({ code: 'conflict' });
    await expect(open({ documentIds: now, sample: { ...sampling, size: 5_000 } })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(open({ documentIds: now, sample: { ...sampling, by: 'nothing' } })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('documents dealt to some of the coders', () => {
  it('are assigned as the seed says, in rows and log alike', async () => {
    const dealt = { perDocument: 2, seed: 3 };
    const round = await open({ documentIds: await documents(['', '', '', '', '', '']), dealt });
    expect(round.assigned).toEqual(assign(round, dealt));
    expect(await db().assignment.count({ where: { roundId: round.id } })).toBe(12);
    expect((await listRounds(owner.projectId)).find(({ id }) => id === round.id)).toEqual(round);
    await change(owner, 'round.close', { id: round.id, reason: 'a trial' });
    await expectLogAndRowsToAgree();
  });

  it('to all of them are everyone’s; to more than there are, or leaving somebody without any, are refused', async () => {
    const all = await open({ dealt: { perDocument: 4, seed: 1 } });
    expect([all.dealt, all.assigned]).toEqual([null, null]);
    await expect(open({ dealt: { perDocument: 5, seed: 1 } })).rejects.toMatchObject({ code: 'invalid' });
    await expect(open({ dealt: { perDocument: 1, seed: 1 } })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('fewer coders'),
    });
  });
});

describe('closing', () => {
  it('needs a reason until everyone has finished what was given to them, and none from then on', async () => {
    const round = await open({ documentIds: await documents(['', '']), dealt: { perDocument: 2, seed: 1 } });
    await expect(change(owner, 'round.close', { id: round.id, reason: '  ' })).rejects.toMatchObject({
      code: 'invalid',
    });
    for (const by of coders)
      await finish(
        by,
        round.documentIds.filter((id) => round.assigned![id]!.includes(by.userId)),
      );
    await change(owner, 'round.close', { id: round.id, reason: '' });
  });

  it('early keeps the reason with the round', async () => {
    const round = await open();
    await change(owner, 'round.close', { id: round.id, reason: 'Ben is ill' });
    expect((await listRounds(owner.projectId)).find(({ id }) => id === round.id)).toMatchObject({
      reason: 'Ben is ill',
    });
  });
});

describe('a reminder', () => {
  const remind = (round: Round, { userId }: Membership, by = owner) =>
    change(by, 'round.remind', { id: round.id, coderId: userId });
  const longAgo = (round: Round) =>
    db().reminder.updateMany({ where: { roundId: round.id }, data: { at: new Date(Date.now() - 61 * 60_000) } });

  it('is seen by the coder and by those who run rounds, by no other coder, live or later', async () => {
    const [ben, cem] = coders as [Membership, Membership];
    const adjudicator = await joined(owner, await person(), 'adjudicator');
    const round = await open();
    await remind(round, ben);
    for (const [by, seen] of [
      [owner, 1],
      [adjudicator, 1],
      [ben, 1],
      [cem, 0],
    ] as const) {
      const seal = await sealFor(owner.projectId, by.userId);
      const last = (await changesAfter(owner.projectId, 0n, 10_000)).at(-1)!;
      expect(last.change.kind).toBe('round.remind');
      expect(maySeeChange(by, seal, last)).toBe(seen === 1);
      expect(await listReminders(owner.projectId, sealOfMarks(seal, by.role))).toHaveLength(seen);
      expect((await fromLog(by)).reminders.size).toBe(seen);
    }
    await expectLogAndRowsToAgree();
    await change(owner, 'round.close', { id: round.id, reason: 'a trial' });
    expect((await fromLog(owner)).reminders.size).toBe(0);
    await expectLogAndRowsToAgree();
  });

  it('comes at most once an hour, from however many people at once', async () => {
    const [ben] = coders as [Membership];
    const adjudicator = await joined(owner, await person(), 'adjudicator');
    const round = await open();
    const tries = await Promise.allSettled(
      [owner, adjudicator, owner, adjudicator].map((by) => remind(round, ben, by)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(remind(round, ben)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('less than an hour'),
    });
    await longAgo(round);
    await remind(round, ben);
  });

  it('is for coders of an open round who have something left to finish', async () => {
    const [ben, cem] = coders as [Membership, Membership];
    const round = await open({ coderIds: [ben.userId] });
    await expect(remind(round, cem)).rejects.toMatchObject({ code: 'conflict' });
    await finish(ben, round.documentIds);
    await expect(remind(round, ben)).rejects.toMatchObject({ code: 'conflict' });
    await change(owner, 'round.close', { id: round.id, reason: '' });
    await expect(remind(round, ben)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is handed over to be sent by e-mail once, and only to whoever gave it', async () => {
    const [ben, cem] = coders as [Membership, Membership];
    const adjudicator = await joined(owner, await person(), 'adjudicator');
    const round = await open();
    await remind(round, ben);
    await remind(round, cem);
    expect(await takeUnmailed(owner.projectId, round.id, adjudicator.userId)).toEqual([]);
    const taken = await Promise.all([1, 2, 3].map(() => takeUnmailed(owner.projectId, round.id, owner.userId)));
    expect(taken.map(({ length }) => length).sort()).toEqual([0, 0, 2]);
    expect(taken.flat()[0]).toMatchObject({ round: 'Round', project: 'A study', email: expect.stringContaining('@') });
  });
});
