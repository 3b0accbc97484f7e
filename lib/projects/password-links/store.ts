import 'server-only';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { db, waitPatiently, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { append, takeSeq, type Perform } from '@/lib/log/store';
import type { passwordLinkChanges, PasswordLinkMade } from '../changes';
import { passwordLinkHours, type PasswordLinkNotice } from '../project';

type Asked = z.infer<(typeof passwordLinkChanges)['password-link.make']['body']>;

/** An owner's link for a member of theirs (decision 043 says for whom, and why not for others). */
export const makePasswordLink: Perform<Asked, PasswordLinkMade> = async (tx, by, { id, userId, tokenHash }) => {
  const made = { projectId: by.projectId, madeBy: by.actorId };
  const member = await tx.member.findFirst({ where: { projectId: by.projectId, userId, removedAt: null } });
  if (!member) throw new Refusal('not-found', 'This person is not a member of the project.');
  if (!(await mayReset(tx, { userId, ...made }))) {
    throw new Refusal(
      'forbidden',
      'A link can be made here for somebody who is no owner, works in no project but yours, and codes in no open round. For anybody else, whoever runs this server makes one: npx concord reset-link, with their e-mail address.',
    );
  }
  const { expiresAt } = await replace(tx, { id, userId, tokenHash, ...made });
  return { id, userId, expiresAt: expiresAt.toISOString() };
};

/** A link for any account, made by whoever runs the server. Returns its secret, or null if nobody has this address. */
export async function makeServerLink(email: string): Promise<string | null> {
  const user = await db().user.findUnique({ where: { email: email.trim().toLowerCase() }, select: { id: true } });
  if (!user) return null;
  const secret = randomBytes(32).toString('base64url');
  const link = { id: randomUUID(), userId: user.id, tokenHash: hashOf(secret), projectId: null, madeBy: null };
  await db().$transaction((tx) => replace(tx, link));
  return secret;
}

/** Whose password a link sets; null if it does not, or no longer, work. */
export async function findPasswordLink(secret: string): Promise<{ name: string; email: string } | null> {
  const link = await usableLink(db(), secret);
  const user = link && (await db().user.findUnique({ where: { id: link.userId }, select: { name: true, email: true } }));
  return user?.email ? { name: user.name, email: user.email } : null;
}

/**
 * Uses up a link, once however often and however concurrently it is tried. `set` gives the account its new password in the
 * same transaction. Whether the link's maker may do this is asked again: they may own the project no longer, and the
 * member may have joined another.
 */
export async function redeemPasswordLink(
  secret: string,
  set: (tx: Tx, userId: string) => Promise<void>,
): Promise<void> {
  const found = await usableLink(db(), secret);
  if (!found) refuseLink();
  await db().$transaction(async (tx) => {
    await waitPatiently(tx);
    const place = found.projectId ? await takeSeq(tx, found.projectId) : null;
    // Held until the end, so that nobody becomes a member of another project in between: that refers to this row.
    await tx.$queryRaw`SELECT 1 FROM "user" WHERE id = ${found.userId}::uuid FOR UPDATE`;
    const link = await usableLink(tx, secret);
    if (!link) refuseLink();
    const { count } = await tx.passwordLink.updateMany({
      where: { id: link.id, usedAt: null },
      data: { usedAt: new Date() },
    });
    if (count === 0) refuseLink();
    await set(tx, link.userId);
    if (!link.projectId || !place) return;
    const entry = {
      id: randomUUID(),
      actorId: link.userId,
      kind: 'password-link.use',
      body: { id: link.id, userId: link.userId },
    };
    await append(tx, place.seq, { ...entry, projectId: link.projectId, undoes: null, step: null, subject: null });
  });
}

/** The links of the last thirty days for an account, for its owner to see: nobody makes one behind their back. */
export async function listPasswordLinks(userId: string): Promise<PasswordLinkNotice[]> {
  const rows = await db().$queryRaw<(Omit<PasswordLinkNotice, 'at'> & { at: Date })[]>`
    SELECT link.id, maker.name AS by, link.created_at AS at, used_at IS NOT NULL AS used
    FROM password_link AS link LEFT JOIN "user" AS maker ON maker.id = made_by
    WHERE user_id = ${userId}::uuid AND link.created_at > now() - interval '30 days'
    ORDER BY link.created_at DESC`;
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

type Made = { userId: string; projectId: string; madeBy: string };

/**
 * Whether an owner may let a member set a new password, and so could set it themselves: only where the account opens nothing
 * to them that they do not own, gives them no other owner's word, and shows them nothing that an open round seals.
 */
async function mayReset(tx: Tx, { userId, projectId, madeBy }: Made): Promise<boolean> {
  if (userId === madeBy || (await tx.user.count({ where: { id: userId, email: null } })) > 0) return false;
  const memberships = await tx.member.findMany({
    where: { userId, removedAt: null },
    select: { projectId: true, role: true },
  });
  const ids = memberships.map((each) => each.projectId);
  if (!ids.includes(projectId) || memberships.some(({ role }) => role === 'owner')) return false;
  const owned = await tx.member.count({
    where: { projectId: { in: ids }, userId: madeBy, role: 'owner', removedAt: null },
  });
  return owned === ids.length && (await tx.round.count({ where: { projectId: { in: ids }, closedAt: null } })) === 0;
}

type NewLink = { id: string; userId: string; tokenHash: string; projectId: string | null; madeBy: string | null };

/** A new link ends the older ones of the same account. */
async function replace(tx: Tx, link: NewLink): Promise<{ expiresAt: Date }> {
  await tx.passwordLink.deleteMany({ where: { userId: link.userId, usedAt: null } });
  const expiresAt = new Date(Date.now() + passwordLinkHours * 3_600_000);
  return tx.passwordLink.create({ data: { ...link, expiresAt } });
}

async function usableLink(tx: Tx, secret: string) {
  const where = { tokenHash: hashOf(secret), usedAt: null, expiresAt: { gt: new Date() } };
  const link = await tx.passwordLink.findFirst({ where });
  if (!link?.projectId || !link.madeBy) return link;
  return (await mayReset(tx, { userId: link.userId, projectId: link.projectId, madeBy: link.madeBy })) ? link : null;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function refuseLink(): never {
  throw new Refusal(
    'not-found',
    'This link does not work: it was used, has expired, or a newer one was made. Ask for a new one.',
  );
}
