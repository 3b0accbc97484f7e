import 'server-only';
import type { z } from 'zod';
import type { Seal } from '@/lib/access';
import { sealed } from '@/lib/codings/store';
import { db, Prisma, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Acting, Perform } from '@/lib/log/store';
import { checkSpan } from '@/lib/text';
import { textInRound } from '../passage/store';
import type { discussionChanges } from './changes';
import { type CommentEdited, type Commented } from './changes';
import type { Comment } from './comment';
import { mentionsIn } from './mentions';

type Asked<K extends keyof typeof discussionChanges> = z.infer<(typeof discussionChanges)[K]['body']>;

/** Which comments are wanted; what is left out does not narrow. */
type Wanted = { roundId?: string; id?: string; mentioning?: string; tx?: Tx };

/** The comments that this person may see, oldest first. Of removed ones nothing is left but that they were there. */
export async function listComments(projectId: string, seal: Seal, wanted: Wanted = {}): Promise<Comment[]> {
  const { roundId, id, mentioning, tx = db() } = wanted;
  const conditions = [sealed(seal)];
  if (roundId) conditions.push(Prisma.sql`round_id = ${roundId}::uuid`);
  if (id) conditions.push(Prisma.sql`id = ${id}::uuid`);
  if (mentioning) conditions.push(Prisma.sql`${mentioning}::uuid = ANY(mentions) AND removed_at IS NULL`);
  return tx.$queryRaw<Comment[]>`
    SELECT id, round_id AS "roundId", document_id AS "documentId", start, "end", coder_id AS "authorId",
      CASE WHEN removed_at IS NULL THEN text ELSE '' END AS text,
      CASE WHEN removed_at IS NULL THEN mentions ELSE ARRAY[]::uuid[] END AS mentions,
      iso(created_at) AS at, iso(edited_at) AS "editedAt", removed_at IS NOT NULL AS removed
    FROM (SELECT *, author_id AS coder_id FROM comment) AS comment
    WHERE project_id = ${projectId}::uuid AND ${Prisma.join(conditions, ' AND ')}
    ORDER BY created_at, id`;
}

export const addComment: Perform<Asked<'comment.add'>, Commented> = async (tx, by, asked) => {
  const fault = checkSpan(await textInRound(tx, by.projectId, asked), asked);
  if (fault) throw new Refusal('invalid', fault);
  const mentions = await namedIn(tx, by, asked.text);
  await tx.comment.create({ data: { ...asked, projectId: by.projectId, authorId: by.actorId, mentions } });
  return commented(tx, by, asked.id);
};

export const editComment: Perform<Asked<'comment.edit'>, CommentEdited> = async (tx, by, { id, text }) => {
  const { text: before } = await ownComment(tx, by, { id, removed: false });
  const data = { text, mentions: await namedIn(tx, by, text), editedAt: new Date() };
  await tx.comment.update({ where: { projectId_id: { projectId: by.projectId, id } }, data });
  return { ...(await commented(tx, by, id)), before };
};

export const removeComment: Perform<Asked<'comment.remove'>, Commented> = async (tx, by, { id }) => {
  await ownComment(tx, by, { id, removed: false });
  return setRemoved(tx, by, { id, removedAt: new Date() });
};

export const restoreComment: Perform<Asked<'comment.restore'>, Commented> = async (tx, by, { id }) => {
  await ownComment(tx, by, { id, removed: true });
  return setRemoved(tx, by, { id, removedAt: null });
};

/** Up to when this person has seen what names them, as ISO time; null where never. */
export async function mentionsSeen(projectId: string, userId: string): Promise<string | null> {
  const member = await db().member.findUnique({ where: { projectId_userId: { projectId, userId } } });
  return member?.mentionsSeenAt?.toISOString() ?? null;
}

/** Says that this person has seen what names them up to now: theirs alone to know, and no change of the project. */
export async function seeMentions(projectId: string, userId: string): Promise<void> {
  await db().member.updateMany({ where: { projectId, userId }, data: { mentionsSeenAt: new Date() } });
}

type Removal = { id: string; removedAt: Date | null };

async function setRemoved(tx: Tx, by: Acting, { id, removedAt }: Removal): Promise<Commented> {
  await tx.comment.update({ where: { projectId_id: { projectId: by.projectId, id } }, data: { removedAt } });
  return commented(tx, by, id);
}

/** The comment as it is now; its author asks, so no seal can hide it. */
async function commented(tx: Tx, { projectId, actorId }: Acting, id: string): Promise<Commented> {
  const seal = { viewerId: actorId, sealedDocuments: [] };
  return { comment: (await listComments(projectId, seal, { id, tx }))[0]! };
}

async function ownComment(
  tx: Tx,
  by: Acting,
  { id, removed }: { id: string; removed: boolean },
): Promise<{ text: string }> {
  const removedAt = removed ? { not: null } : null;
  const found = await tx.comment.findFirst({ where: { projectId: by.projectId, id, authorId: by.actorId, removedAt } });
  if (found) return found;
  throw new Refusal(
    'not-found',
    'There is no comment of yours with this id; perhaps it was removed in another window.',
  );
}

async function namedIn(tx: Tx, { projectId }: Acting, text: string): Promise<string[]> {
  const members = await tx.member.findMany({ where: { projectId, removedAt: null }, include: { user: true } });
  return mentionsIn(
    text,
    members.map(({ userId, user }) => ({ id: userId, name: user.name })),
  );
}
