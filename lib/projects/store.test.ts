import { createHash, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { db } from '@/lib/db';
import { changesAfter } from '@/lib/log/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { register } from '@/lib/accounts/store';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';
import { acceptInvitation, findInvitation, findMembership, joinWithNewAccount, listCoderAttributes, listMembers, listProjects, type Membership } from './store';

useFreshDatabase();

async function invite(owner: Membership, secret: string) {
  const id = randomUUID();
  const tokenHash = createHash('sha256').update(secret).digest('hex');
  await change(owner, 'invitation.make', { id, tokenHash, role: 'coder', note: '' });
  return id;
}

it('lets one of many who hold the same invitation link join, once', async () => {
  const owner = await project(await person());
  await invite(owner, 'shared secret');
  const people = await Promise.all(Array.from({ length: 8 }, () => person()));
  const tries = await Promise.allSettled(people.map(({ id }) => acceptInvitation(owner.projectId, 'shared secret', id)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await listMembers(owner.projectId)).toHaveLength(2);
});

it('makes an account and its membership together or not at all', async () => {
  const owner = await project(await person());
  await invite(owner, 'for somebody new');
  const who = { email: 'new@example.org', name: 'New', password: 'a long enough password' };
  await expect(joinWithNewAccount(owner.projectId, 'a guess', (tx) => register(who, tx))).rejects.toMatchObject({ code: 'not-found' });
  const tries = await Promise.allSettled(
    [1, 2, 3].map((n) => joinWithNewAccount(owner.projectId, 'for somebody new', (tx) => register({ ...who, email: `new-${n}@example.org` }, tx))),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const made = await db().user.findMany({ where: { email: { startsWith: 'new' } } });
  expect(made).toHaveLength(1);
  expect(await findMembership(owner.projectId, made[0]!.id)).toMatchObject({ role: 'coder' });
});

it('keeps of an invitation only the hash of its secret', async () => {
  const owner = await project(await person());
  await invite(owner, 'only the hash');
  const rows = JSON.stringify([await db().invitation.findMany(), await changesAfter(owner.projectId, 0n)], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  expect(rows).not.toContain('only the hash');
});

it('refuses a link that was revoked, has expired, or belongs to another project', async () => {
  const [owner, other] = [await project(await person()), await project(await person())];
  const { id } = await person();
  const revoked = await invite(owner, 'revoked');
  await change(owner, 'invitation.revoke', { id: revoked });
  const expired = await invite(owner, 'expired');
  await db().invitation.update({
    where: { projectId_id: { projectId: owner.projectId, id: expired } },
    data: { expiresAt: new Date(0) },
  });
  await invite(owner, 'elsewhere');
  for (const [projectId, secret] of [
    [owner.projectId, 'revoked'],
    [owner.projectId, 'expired'],
    [other.projectId, 'elsewhere'],
  ] as const) {
    expect(await findInvitation(projectId, secret)).toBeNull();
    await expect(acceptInvitation(projectId, secret, id)).rejects.toMatchObject({ code: 'not-found' });
  }
});

it('keeps a removed member’s codings under their name, and takes away their access at once', async () => {
  const owner = await project(await person());
  const who = await person({ name: 'Dana' });
  const dana = await joined(owner, who, 'coder');
  const text = 'A short statement.';
  const documentId = await document(owner, { text });
  await coding(dana, { documentId, codeId: await code(owner, { name: 'Stability' }), text, quote: 'short' });
  await change(owner, 'member.remove', { userId: dana.userId });
  expect(await findMembership(owner.projectId, dana.userId)).toBeNull();
  expect(await listProjects(dana.userId)).toEqual([]);
  expect(await listMembers(owner.projectId)).toContainEqual(expect.objectContaining({ name: 'Dana', removed: true }));
  expect(await db().coding.count({ where: { coderId: dana.userId, deletedAt: null } })).toBe(1);
  const late = change(dana, 'coding.add', { id: randomUUID(), documentId, codeId: randomUUID(), start: 0, end: 1, quote: 'A' });
  await expect(late).rejects.toMatchObject({ name: 'Refusal' });
});

it('gives a member who comes back their old shade, and their old work', async () => {
  const owner = await project(await person());
  const who = await person();
  await joined(owner, who, 'coder');
  const before = (await listMembers(owner.projectId))[1];
  await change(owner, 'member.remove', { userId: who.id });
  await joined(owner, who, 'viewer');
  expect((await listMembers(owner.projectId))[1]).toEqual({ ...before, role: 'viewer' });
});

it('takes an owner’s open invitations with them when they are removed or step down, even those for themselves', async () => {
  const owner = await project(await person());
  const second = await joined(owner, await person(), 'owner');
  const third = await joined(owner, await person(), 'owner');
  for (const [by, secret] of [[second, 'a way back'], [third, 'a friend']] as const) await invite(by, secret);
  await change(owner, 'member.remove', { userId: second.userId });
  await change(owner, 'member.role', { userId: third.userId, role: 'viewer' });
  for (const secret of ['a way back', 'a friend']) {
    expect(await findInvitation(owner.projectId, secret)).toBeNull();
    await expect(acceptInvitation(owner.projectId, secret, second.userId)).rejects.toMatchObject({ code: 'not-found' });
  }
});

it('never lets the last owner leave or step down', async () => {
  const owner = await project(await person());
  const { userId } = owner;
  await expect(change(owner, 'member.remove', { userId })).rejects.toThrow('needs an owner');
  await expect(change(owner, 'member.role', { userId, role: 'coder' })).rejects.toThrow('needs an owner');
  const second = await joined(owner, await person(), 'owner');
  await change(second, 'member.role', { userId, role: 'coder' });
  await expect(change(second, 'member.remove', { userId: second.userId })).rejects.toThrow('needs an owner');
});

it('keeps an owner also when two demote, or remove, each other or themselves at the same moment', async () => {
  for (const both of [true, false])
    for (const kind of ['member.role', 'member.remove'] as const) {
      const one = await project(await person());
      const other = await joined(one, await person(), 'owner');
      const act = (by: Membership, { userId }: Membership) =>
        kind === 'member.role' ? change(by, kind, { userId, role: 'coder' }) : change(by, kind, { userId });
      const acts = both ? [act(one, other), act(other, one)] : [act(one, one), act(other, other)];
      const done = await Promise.allSettled(acts);
      for (const each of done) if (each.status === 'rejected') expect(each.reason).toMatchObject({ name: 'Refusal' });
      expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await listMembers(one.projectId)).filter(({ role, removed }) => role === 'owner' && !removed)).toHaveLength(1);
    }
});

it('keeps an owner of five who all step down at once', async () => {
  const first = await project(await person());
  const owners = [first];
  for (let n = 0; n < 4; n++) owners.push(await joined(first, await person(), 'owner'));
  const done = await Promise.allSettled(owners.map((by) => change(by, 'member.role', { userId: by.userId, role: 'viewer' })));
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
  expect((await listMembers(first.projectId)).filter(({ role }) => role === 'owner')).toHaveLength(1);
});

it('shows a project to its members alone', async () => {
  const owner = await project(await person(), 'Mine');
  const stranger = await person();
  expect(await findMembership(owner.projectId, stranger.id)).toBeNull();
  expect(await listProjects(stranger.id)).toEqual([]);
  expect(await listProjects(owner.userId)).toMatchObject([{ title: 'Mine', role: 'owner', documents: 0, members: 1 }]);
});

it('describes coders by what the project asks of them, in words that are typed, and takes it back', async () => {
  const owner = await project(await person());
  const coder = await joined(owner, await person({ name: 'Cem' }), 'coder');
  const reads = { id: randomUUID(), key: 'reads', name: 'Languages read', type: 'many-of' as const, options: ['Persian', 'Turkish'], position: 0 };
  await expect(change(owner, 'member.describe', { userId: coder.userId, set: { reads: 'Persian' } })).rejects.toMatchObject({ code: 'invalid' });
  await change(owner, 'coder-attribute.set', reads);
  await change(owner, 'member.describe', { userId: coder.userId, set: { reads: 'Persian; Turkish' } });
  const attributes = async () => (await listMembers(owner.projectId)).find(({ id }) => id === coder.userId)?.attributes;
  expect(await attributes()).toEqual({ reads: 'Persian; Turkish' });
  expect(await listCoderAttributes(owner.projectId)).toEqual([reads]);
  const again = { ...reads, id: randomUUID() };
  await expect(change(owner, 'coder-attribute.set', again)).rejects.toMatchObject({ code: 'conflict' });
  await expect(change(owner, 'coder-attribute.set', { ...reads, key: 'other' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(change(coder, 'member.describe', { userId: coder.userId, set: {} })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await change(owner, 'member.describe', { userId: coder.userId, set: { reads: '' } })).toMatchObject({ before: { reads: 'Persian; Turkish' } });
  expect(await attributes()).toEqual({});
});
