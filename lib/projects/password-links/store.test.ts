import { createHash, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { openSession, findSession } from '@/lib/accounts/sessions/store';
import { setPassword, signIn } from '@/lib/accounts/store';
import { db } from '@/lib/db';
import { changesAfter } from '@/lib/log/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { change, document, joined, person, project, type Person } from '@/prisma/builders';
import type { Membership } from '../store';
import { findPasswordLink, listPasswordLinks, makeServerLink, redeemPasswordLink } from './store';

useFreshDatabase();

const fresh = 'a password made by link';

async function study() {
  const owner = await project(await person());
  const who = await person({ name: 'Dana' });
  return { owner, who, dana: await joined(owner, who, 'coder') };
}

async function link(owner: Membership, who: Person): Promise<string> {
  const secret = randomUUID();
  const tokenHash = createHash('sha256').update(secret).digest('hex');
  await change(owner, 'password-link.make', { id: randomUUID(), userId: who.id, tokenHash });
  return secret;
}

function redeem(secret: string): Promise<void> {
  return redeemPasswordLink(secret, (tx, userId) => setPassword(tx, userId, fresh));
}

async function refusedFor(secret: string, who: Person): Promise<void> {
  expect(await findPasswordLink(secret)).toBeNull();
  await expect(redeem(secret)).rejects.toMatchObject({ code: 'not-found' });
  expect(await signIn(who, '192.0.2.1')).toMatchObject({ id: who.id });
}

it('gives a member of the owner’s own project a new password, ends their sessions and tells the log, without the secret', async () => {
  const { owner, who } = await study();
  const session = (await openSession((await signIn(who, '192.0.2.1'))!, { agent: '', address: '' }))!;
  const secret = await link(owner, who);
  expect(await findPasswordLink(secret)).toEqual({ name: 'Dana', email: who.email });
  await redeem(secret);
  expect(await signIn(who, '192.0.2.1')).toBeNull();
  expect(await signIn({ ...who, password: fresh }, '192.0.2.1')).toMatchObject({ id: who.id });
  expect(await findSession(session)).toBeNull();
  const log = (await changesAfter(owner.projectId, 0n)).map(({ change: each }) => each);
  expect(log.slice(-2)).toMatchObject([
    { kind: 'password-link.make', actorId: owner.userId, body: { userId: who.id } },
    { kind: 'password-link.use', actorId: who.id },
  ]);
  const kept = JSON.stringify([log, await db().passwordLink.findMany()]);
  expect(kept).not.toContain(secret);
});

it('is told to whose account it is for, with its maker, before and after it is used', async () => {
  const { owner, who } = await study();
  const { name } = await db().user.findUniqueOrThrow({ where: { id: owner.userId } });
  const secret = await link(owner, who);
  expect(await listPasswordLinks(who.id)).toMatchObject([{ by: name, used: false }]);
  await redeem(secret);
  await makeServerLink(who.email);
  expect(await listPasswordLinks(who.id)).toMatchObject([
    { by: null, used: false },
    { by: name, used: true },
  ]);
});

it('works once, of however many who try it at the same moment', async () => {
  const { owner, who } = await study();
  const secret = await link(owner, who);
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => redeem(secret)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(redeem(secret)).rejects.toMatchObject({ code: 'not-found' });
});

it('works no longer after a day, when a newer one is made, or when its maker owns the project no more', async () => {
  const { owner, who } = await study();
  const second = await joined(owner, await person(), 'owner');
  const older = await link(owner, who);
  const newer = await link(second, who);
  await refusedFor(older, who);
  await change(owner, 'member.role', { userId: second.userId, role: 'coder' });
  await refusedFor(newer, who);
  const late = await link(owner, who);
  await db().passwordLink.updateMany({ data: { expiresAt: new Date(0) } });
  await refusedFor(late, who);
});

it('takes over no account that works in a project of somebody else, joined before the link was made or after', async () => {
  const { owner, who } = await study();
  const secret = await link(owner, who);
  const elsewhere = await project(await person());
  await joined(elsewhere, who, 'viewer');
  await refusedFor(secret, who);
  await expect(link(owner, who)).rejects.toMatchObject({
    code: 'forbidden',
    message: expect.stringContaining('reset-link'),
  });
  await change(elsewhere, 'member.remove', { userId: who.id });
  await redeem(await link(owner, who));
});

it('makes no owner into another, and no way round for oneself', async () => {
  const { owner } = await study();
  const other = await person();
  await joined(owner, other, 'owner');
  await expect(link(owner, other)).rejects.toMatchObject({ code: 'forbidden' });
  const self = await db().user.findUniqueOrThrow({ where: { id: owner.userId } });
  await expect(link(owner, { ...self, email: self.email!, password: '' })).rejects.toMatchObject({ code: 'forbidden' });
});

it('opens no look under the seal: none is made, and none works, while a round is open', async () => {
  const { owner, who, dana } = await study();
  const secret = await link(owner, who);
  const documentIds = [await document(owner, { text: 'A statement.' })];
  const id = randomUUID();
  await change(owner, 'round.open', { id, title: 'Pilot', documentIds, coderIds: [dana.userId] });
  await refusedFor(secret, who);
  await expect(link(owner, who)).rejects.toMatchObject({ code: 'forbidden' });
  await change(owner, 'round.close', { id, reason: 'a trial' });
  await redeem(await link(owner, who));
});

it('says nothing of people outside the project', async () => {
  const { owner } = await study();
  const stranger = await person();
  await expect(link(owner, stranger)).rejects.toMatchObject({ code: 'not-found' });
});

it('is made for any account by whoever runs the server, and then logs in no project', async () => {
  const { owner, who } = await study();
  await joined(await project(await person()), who, 'coder');
  const secret = (await makeServerLink(` ${who.email.toUpperCase()} `))!;
  const { seq } = await db().project.findUniqueOrThrow({ where: { id: owner.projectId } });
  await redeem(secret);
  expect(await signIn({ ...who, password: fresh }, '192.0.2.1')).toMatchObject({ id: who.id });
  expect((await db().project.findUniqueOrThrow({ where: { id: owner.projectId } })).seq).toBe(seq);
  expect(await makeServerLink('nobody@example.org')).toBeNull();
});
