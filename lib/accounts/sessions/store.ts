import 'server-only';
import { randomUUID } from 'node:crypto';
import { db, Prisma, type Tx } from '@/lib/db';
import { wake } from '@/lib/log/store';
import type { Account, Session, SignedIn } from '../account';
import { deviceOf, networkOf } from '../device';

/** How long a session lasts, in days, however much it is used. */
export const sessionDays = 30;

/** Where somebody signs in from: what the browser says of itself, and the address. */
export type Origin = { agent: string; address: string };

/**
 * Opens a session for an account whose password was shown to be known just now; null if that was changed in the meantime.
 * Returns the session's id, which is nobody's to see but in the signed token.
 */
export async function openSession({ id, sessionVersion }: Pick<Account, 'id' | 'sessionVersion'>, { agent, address }: Origin): Promise<string | null> {
  await db().$executeRaw`DELETE FROM session WHERE created_at < now() - make_interval(days => ${sessionDays})`;
  const rows = await db().$queryRaw<{ id: string }[]>`
    INSERT INTO session (id, user_id, version, device, address)
    SELECT ${randomUUID()}::uuid, id, session_version, ${deviceOf(agent)}, ${networkOf(address)} FROM "user"
    WHERE id = ${id}::uuid AND session_version = ${sessionVersion}
    RETURNING id`;
  return rows[0]?.id ?? null;
}

/** Who is behind a session, or null if it was ended or has run out. Notes, every few minutes, that it is in use. */
export async function findSession(id: string): Promise<SignedIn | null> {
  const rows = await db().$queryRaw<SignedInRow[]>`
    SELECT ${signedInColumns} FROM ${livingSession} WHERE session.id = ${id}::uuid`;
  return rows[0] ? noted(rows[0]) : null;
}

/** Somebody signed in as `signedInColumns` of `livingSession` read them. */
export type SignedInRow = SignedIn & { unseen: boolean };

export const signedInColumns = Prisma.sql`"user".id, email, name, session_version AS "sessionVersion",
  session.id AS "sessionId", seen_at < now() - interval '2 minutes' AS unseen`;

/** What to read them from: the sessions that still hold, and their accounts. */
export const livingSession = Prisma.sql`(session JOIN "user" ON "user".id = session.user_id AND session_version = version
  AND session.created_at > now() - make_interval(days => ${sessionDays}::int))`;

/** Notes that the session is in use, where that was last noted some minutes ago. */
export async function noted<Row extends SignedInRow>({ unseen, ...found }: Row): Promise<Omit<Row, 'unseen'>> {
  if (unseen) await db().session.updateMany({ where: { id: found.sessionId }, data: { seenAt: new Date() } });
  return found;
}

/** The ids of all sessions of these people that still hold: one question for however many are there. */
export async function livingSessions(userIds: string[]): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT session.id FROM session JOIN "user" ON "user".id = user_id AND session_version = version
    WHERE user_id = ANY(${userIds}::uuid[]) AND session.created_at > now() - make_interval(days => ${sessionDays})`;
  return new Set(rows.map(({ id }) => id));
}

/** Every session of an account that still holds, the one seen last first. */
export async function listSessions(userId: string): Promise<Session[]> {
  const rows = await db().$queryRaw<(Omit<Session, 'createdAt' | 'seenAt'> & { createdAt: Date; seenAt: Date })[]>`
    SELECT session.id, device, address, session.created_at AS "createdAt", seen_at AS "seenAt"
    FROM session JOIN "user" ON "user".id = user_id AND session_version = version
    WHERE user_id = ${userId}::uuid AND session.created_at > now() - make_interval(days => ${sessionDays})
    ORDER BY seen_at DESC, session.id`;
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), seenAt: row.seenAt.toISOString() }));
}

/** Ends one session of an account, at once: its live streams are woken to find that it is over. */
export async function endSession(userId: string, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.session.deleteMany({ where: { id, userId } });
    await wake(tx, userId);
  });
}

/** Ends every session of the account, on every device. */
export async function signOutEverywhere(userId: string): Promise<void> {
  await db().$transaction((tx) => endAll(tx, userId));
}

/** The same inside a change that ends them for its own reason. A sign-in that is under way with what held before gets no session. */
export async function endAll(tx: Tx, userId: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } });
  await tx.session.deleteMany({ where: { userId } });
  await wake(tx, userId);
}
