import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { keptDays } from '@/lib/log';
import { append, type Perform } from '@/lib/log/store';
import type { ProjectDeleted } from '../changes';

/** A deleted project that its owner can still bring back. */
export type DeletedProject = { id: string; title: string; deletedAt: string; daysLeft: number };

/** Takes the project out of everybody's sight; nothing in it is touched. */
export const deleteProject: Perform<{ title: string }, ProjectDeleted> = async (tx, by, { title }) => {
  const project = await tx.project.findUniqueOrThrow({ where: { id: by.projectId }, select: { title: true } });
  if (project.title !== title)
    throw new Refusal('conflict', `This project is called “${project.title}”. Type that to delete it.`);
  await tx.project.update({ where: { id: by.projectId }, data: { deletedAt: new Date() } });
  return { title };
};

/** The deleted projects that this person owns, the latest first. */
export async function listDeleted(userId: string): Promise<DeletedProject[]> {
  return db().$queryRaw<DeletedProject[]>`
    SELECT id, title, iso(deleted_at) AS "deletedAt",
      ceil(extract(epoch FROM deleted_at + make_interval(days => ${keptDays}::int) - now()) / 86400)::int AS "daysLeft"
    FROM project JOIN member ON member.project_id = project.id
    WHERE user_id = ${userId}::uuid AND role = 'owner' AND removed_at IS NULL
      AND deleted_at > now() - make_interval(days => ${keptDays}::int)
    ORDER BY deleted_at DESC`;
}

/** Brings a project back as it was deleted: for its owners, once, while it is there. The log says who did. */
export async function restoreProject(projectId: string, userId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ seq: bigint }[]>`
      UPDATE project SET deleted_at = NULL, seq = seq + 1
      WHERE id = ${projectId}::uuid AND deleted_at > now() - make_interval(days => ${keptDays}::int) AND EXISTS (
        SELECT 1 FROM member WHERE project_id = project.id AND user_id = ${userId}::uuid AND role = 'owner' AND removed_at IS NULL)
      RETURNING seq`;
    if (!rows[0])
      throw new Refusal('not-found', 'There is no such deleted project of yours. It can be brought back for 30 days.');
    const entry = { id: randomUUID(), actorId: userId, kind: 'project.restore', body: {} };
    await append(tx, rows[0].seq, { ...entry, projectId, undoes: null, step: null, subject: null });
  });
}
