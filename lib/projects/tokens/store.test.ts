import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { signOutEverywhere } from '@/lib/accounts/sessions/store';
import { changePassword } from '@/lib/accounts/store';
import { db } from '@/lib/db';
import { useFreshDatabase } from '@/lib/testing/database';
import { change, joined, person, project, token, type Person } from '@/prisma/builders';
import { mostTokens } from '..';
import { restoreProject } from '../deletion/store';
import { acceptInvitation, type Membership } from '../store';
import { fingerprintOf, listTokens, openToken, revokeToken } from './store';

useFreshDatabase();

let who: Person;
let owner: Membership;
let ben: Membership;

beforeEach(async () => {
  owner = await project(await person(), 'A study');
  who = await person();
  ben = await joined(owner, who, 'coder');
});

const opened = (secret: string) => openToken(fingerprintOf(secret));

it('opens one project, as its person is there now, and no further than its scope', async () => {
  const secret = await token(ben, { scope: 'write' });
  expect(await opened(secret)).toMatchObject({ by: { ...ben, scope: 'write' } });
  await change(owner, 'member.role', { userId: ben.userId, role: 'viewer' });
  expect(await opened(secret)).toMatchObject({ by: { role: 'viewer', scope: 'write' } });
  expect(await opened(`${secret}x`)).toBeNull();
});

it('is kept as a hash alone', async () => {
  const secret = await token(ben);
  expect(JSON.stringify(await db().token.findMany())).not.toContain(secret.slice('concord_'.length));
});

it('can be made for no project but one’s own', async () => {
  const elsewhere = await project(await person());
  await expect(token({ ...ben, projectId: elsewhere.projectId })).rejects.toMatchObject({ code: 'not-found' });
  await expect(token({ ...ben, projectId: randomUUID() })).rejects.toMatchObject({ code: 'not-found' });
});

it('is revoked by its person, and by nobody else', async () => {
  const id = randomUUID();
  const secret = await token(ben, { id });
  await expect(revokeToken(owner.userId, { projectId: ben.projectId, id })).rejects.toMatchObject({
    code: 'not-found',
  });
  await revokeToken(ben.userId, { projectId: ben.projectId, id });
  expect(await opened(secret)).toBeNull();
  expect(await listTokens(ben.userId)).toEqual([]);
});

it('stops when it expires, and is listed as expired for thirty days', async () => {
  const secret = await token(ben, { days: 30 });
  const age = (days: number) =>
    db().$executeRaw`UPDATE token SET expires_at = expires_at - make_interval(days => ${days}::int)`;
  await age(31);
  expect(await opened(secret)).toBe('expired');
  expect(await listTokens(ben.userId)).toMatchObject([{ expired: true, project: 'A study' }]);
  await age(30);
  expect(await listTokens(ben.userId)).toEqual([]);
  await token(ben);
  expect(await db().token.count({ where: { userId: ben.userId } })).toBe(1);
});

it('ends on signing out everywhere, and with the password', async () => {
  const first = await token(ben);
  await signOutEverywhere(ben.userId);
  expect(await opened(first)).toBeNull();
  const second = await token(ben);
  await changePassword(ben.userId, { old: who.password, fresh: 'another long password' });
  expect(await opened(second)).toBeNull();
  expect(await listTokens(ben.userId)).toEqual([]);
});

it('ends with the membership, also for somebody who is let in again', async () => {
  const secret = await token(ben);
  await change(owner, 'member.remove', { userId: ben.userId });
  expect(await opened(secret)).toBeNull();
  const again = randomUUID();
  await change(owner, 'invitation.make', {
    id: randomUUID(),
    tokenHash: fingerprintOf(again),
    role: 'coder',
    note: '',
  });
  await acceptInvitation(owner.projectId, again, ben.userId);
  expect(await opened(secret)).toBeNull();
});

it('sleeps while its project is deleted', async () => {
  const secret = await token(ben);
  await change(owner, 'project.delete', { title: 'A study' });
  expect(await opened(secret)).toBeNull();
  await restoreProject(owner.projectId, owner.userId);
  expect(await opened(secret)).toMatchObject({ by: { projectId: owner.projectId } });
});

it('says when it was used last, to the minute', async () => {
  const secret = await token(ben);
  expect(await listTokens(ben.userId)).toMatchObject([{ usedAt: null }]);
  await opened(secret);
  const [{ usedAt } = { usedAt: null }] = await listTokens(ben.userId);
  expect(usedAt).not.toBeNull();
  await opened(secret);
  expect(await listTokens(ben.userId)).toMatchObject([{ usedAt }]);
  await db().$executeRaw`UPDATE token SET used_at = used_at - interval '2 minutes'`;
  await opened(secret);
  const [again] = await listTokens(ben.userId);
  expect(Date.parse(again!.usedAt!)).toBeGreaterThanOrEqual(Date.parse(usedAt!));
});

it('is one of not too many', async () => {
  for (let n = 0; n < mostTokens; n++) await token(ben);
  await expect(token(ben)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('Revoke one') });
});

it('is made once, whether or not the request is sent again', async () => {
  const id = randomUUID();
  await token(ben, { id });
  await expect(token(ben, { id })).rejects.toMatchObject({ code: 'conflict' });
  expect(await listTokens(ben.userId)).toHaveLength(1);
});
