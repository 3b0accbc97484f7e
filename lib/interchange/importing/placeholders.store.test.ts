import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { sample, studyWithRound } from '@/lib/testing/elsewhere';
import { bring, expectSound, held, hosts, remake } from '@/lib/testing/importing';
import { fromDatabase } from '@/lib/testing/snapshot';
import { change, joined, person, type Person } from '@/prisma/builders';
import { archive } from '../formats/archive';
import { refiProject } from '../formats/refi-project';

useFreshDatabase();

let olga: Person;
let owner: Membership;
let ben: Membership;

beforeEach(async () => {
  ({ olga, owner, ben } = await hosts());
});

describe('a placeholder', () => {
  const placeholders = async () => (await fromDatabase(owner)).members.filter(({ placeholder }) => placeholder);

  it('has no role, no password and no round', async () => {
    await bring(owner, await held(refiProject, await sample()));
    const userId = (await placeholders())[0]!.id;
    await expect(change(owner, 'member.role', { userId, role: 'coder' })).rejects.toMatchObject({ code: 'conflict' });
    const link = { id: randomUUID(), userId, tokenHash: 'a'.repeat(64) };
    await expect(change(owner, 'password-link.make', link)).rejects.toMatchObject({ code: 'forbidden' });
    const documentIds = (await fromDatabase(owner)).documents.map(({ id }) => id);
    const round = { id: randomUUID(), title: 'Pilot', documentIds, coderIds: [userId] };
    await expect(change(owner, 'round.open', round)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('hands its work to a member, who keeps what they had', async () => {
    await bring(owner, await held(archive, await sample()));
    const here = (await placeholders()).find(({ name }) => name === 'Ben')!;
    await change(owner, 'member.claim', { placeholderId: here.id, userId: ben.userId });
    const { codings, finished } = await fromDatabase(ben);
    expect(codings.filter(({ coderId }) => coderId === ben.userId).map(({ quote, layer }) => [quote, layer])).toEqual([
      ['🧨 escalation', 'coder'],
    ]);
    expect(finished.map(({ coderId }) => coderId)).toEqual([ben.userId]);
    await expectSound(owner);
    await expectSound(ben);
    await expect(change(owner, 'member.claim', { placeholderId: ben.userId, userId: olga.id })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('hands over nothing that an open round seals', async () => {
    await bring(owner, await held(refiProject, await sample()));
    const placeholderId = (await placeholders())[0]!.id;
    const documentIds = (await fromDatabase(owner)).documents.map(({ id }) => id);
    await change(owner, 'round.open', { id: randomUUID(), title: 'Pilot', documentIds, coderIds: [ben.userId] });
    await expect(change(owner, 'member.claim', { placeholderId, userId: ben.userId })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('keeps its part in a round where the member played one of their own', async () => {
    const copy = await remake(olga.id, await held(archive, await studyWithRound()), { people: { Cleo: olga.id } });
    const here = (await fromDatabase(copy)).members.find(({ placeholder }) => placeholder)!;
    await change(copy, 'member.claim', { placeholderId: here.id, userId: olga.id });
    const { rounds, comments } = await fromDatabase(copy);
    expect(rounds[0]!.coderIds.toSorted()).toEqual([olga.id, here.id].sort());
    expect(comments[0]).toMatchObject({ authorId: olga.id, mentions: [olga.id] });
    await expectSound(copy);
  });

  it('hands over nothing that it settled or said where an open round seals it', async () => {
    const copy = await remake(olga.id, await held(archive, await studyWithRound()));
    const eve = await joined(copy, await person({ name: 'Eve' }), 'coder');
    const { members, documents, rounds } = await fromDatabase(copy);
    const { id } = members.find(({ name }) => name === 'Ben')!;
    const round = {
      id: randomUUID(),
      title: 'Again',
      documentIds: documents.map((each) => each.id),
      coderIds: [eve.userId],
    };
    await change(copy, 'round.open', round);
    await expect(change(copy, 'member.claim', { placeholderId: id, userId: eve.userId })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await fromDatabase(copy)).rounds).toHaveLength(rounds.length + 1);
    expect((await fromDatabase(eve)).comments).toEqual([]);
  });
});
