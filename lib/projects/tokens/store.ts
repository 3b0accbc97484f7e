import 'server-only';
import { createHash } from 'node:crypto';
import type { ProjectSettings, Role, TokenScope } from '@/lib/access';
import { brokenConstraint, db, Prisma } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Membership } from '../store';
import { mostTokens, type NewToken, type Token } from '../token';

/** What a token opens: a membership that reaches no further than the token does. */
export type Opened = { id: string; name: string; expiresAt: string; by: Membership & { scope: TokenScope } };

/** How long an expired token stays in its person's list, in days: long enough to see why a script has stopped. */
const shownDays = 30;

/**
 * Makes a token for a project that this person is a member of. Their membership is held until it is made: whoever is
 * removed at the same moment keeps none.
 */
export async function makeToken(
  userId: string,
  { id, projectId, tokenHash, name, scope, days }: NewToken,
): Promise<void> {
  await db().$executeRaw`DELETE FROM token WHERE expires_at < now() - make_interval(days => ${shownDays}::int)`;
  await refuseTooMany(userId);
  const made = await db().$executeRaw`
    INSERT INTO token (project_id, id, user_id, version, name, token_hash, scope, expires_at)
    SELECT project_id, ${id}::uuid, user_id, session_version, ${name}, ${tokenHash}, ${scope}::"TokenScope",
      now() + make_interval(days => ${days}::int)
    FROM member JOIN "user" ON "user".id = user_id JOIN project ON project.id = project_id
    WHERE project_id = ${projectId}::uuid AND user_id = ${userId}::uuid AND removed_at IS NULL AND project.deleted_at IS NULL
    FOR SHARE OF member`.catch(refuseTaken);
  if (made === 0) throw new Refusal('not-found', 'There is no such project.');
}

/** A person's tokens, those that expired lately included, the newest first. */
export async function listTokens(userId: string): Promise<Token[]> {
  return db().$queryRaw<Token[]>`
    SELECT token.id, token.project_id AS "projectId", title AS project, token.name, scope::text AS scope,
      iso(token.created_at) AS "createdAt", iso(expires_at) AS "expiresAt", expires_at <= now() AS expired,
      iso(used_at) AS "usedAt"
    FROM ${standing} WHERE token.user_id = ${userId}::uuid AND expires_at > now() - make_interval(days => ${shownDays}::int)
    ORDER BY token.created_at DESC, token.id`;
}

/** Ends a token of this person's, at once and for good. */
export async function revokeToken(userId: string, { projectId, id }: { projectId: string; id: string }): Promise<void> {
  const { count } = await db().token.deleteMany({ where: { projectId, id, userId } });
  if (count === 0) throw new Refusal('not-found', 'This token was revoked already.');
}

/** What the database keeps of a token, and what it is found by. */
export function fingerprintOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/**
 * What the token with this fingerprint opens: its person's membership as it is now. Null if it was revoked or never was, if
 * its person has left, signed out everywhere or set a new password, or if the project is gone; `expired` if that is all.
 * Notes, at most once a minute, that it is in use.
 */
export async function openToken(fingerprint: string): Promise<Opened | 'expired' | null> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT token.id, token.name, token.project_id AS "projectId", token.user_id AS "userId", scope::text AS scope,
      iso(expires_at) AS "expiresAt", expires_at <= now() AS expired,
      used_at IS NULL OR used_at < now() - interval '1 minute' AS unnoted, role::text AS role,
      coders_edit_documents AS "codersEditDocuments", coders_edit_codebook AS "codersEditCodebook"
    FROM ${standing} WHERE token_hash = ${fingerprint}`;
  if (!row) return null;
  const { id, name, projectId, userId, scope, expiresAt, expired, unnoted, role, ...settings } = row;
  if (expired) return 'expired';
  if (unnoted) await db().token.updateMany({ where: { projectId, id }, data: { usedAt: new Date() } });
  return { id, name, expiresAt, by: { projectId, userId, role, settings, scope } };
}

type Row = ProjectSettings & {
  id: string;
  name: string;
  projectId: string;
  userId: string;
  scope: TokenScope;
  expiresAt: string;
  expired: boolean;
  unnoted: boolean;
  role: Role;
};

/** Tokens whose person is still a member of a living project, and whose account has not ended all of them since. */
const standing = Prisma.sql`token
  JOIN member ON member.project_id = token.project_id AND member.user_id = token.user_id AND removed_at IS NULL
  JOIN "user" ON "user".id = token.user_id AND session_version = version
  JOIN project ON project.id = token.project_id AND project.deleted_at IS NULL`;

async function refuseTooMany(userId: string): Promise<void> {
  const [row] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM ${standing} WHERE token.user_id = ${userId}::uuid AND expires_at > now()`;
  if ((row?.n ?? 0) < mostTokens) return;
  throw new Refusal('conflict', `You have ${mostTokens} tokens already. Revoke one that is no longer used.`);
}

function refuseTaken(cause: unknown): never {
  if (!brokenConstraint(cause)?.startsWith('token_')) throw cause;
  throw new Refusal('conflict', 'This token was made already; it stands in your list.', { cause });
}
