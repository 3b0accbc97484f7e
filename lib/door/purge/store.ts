import 'server-only';
import { db, Prisma, type Tx } from '@/lib/db';
import { dropAbandoned } from '@/lib/documents/importing/store';
import { keptDays } from '@/lib/log';

/** How many of each were removed for good. */
export type Purged = { projects: number; documents: number; codes: number };

/**
 * Removes for good what was deleted more than `keptDays` before `now`: projects with all they hold, and documents and
 * codes with their codings. The log of a project that lives on stays whole, so the doctor's fold of it still agrees.
 * A document that was in a round stays, hidden: the round's numbers are counted in its text.
 *
 * Any number of processes may call this; each project is seen to by one of them at a time, the others pass it over.
 */
export async function purge(now = new Date()): Promise<Purged> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const purged = { projects: 0, documents: 0, codes: 0 };
  await dropAbandoned(now);
  for (const { id } of await db().project.findMany({ where: { deletedAt: { lt: before } }, select: { id: true } })) {
    purged.projects += (await alone(id, (tx) => purgeProject(tx, id, before))) ?? 0;
  }
  for (const { id } of await projectsToClear(before)) {
    const cleared = await alone(id, (tx) => clear(tx, id, before));
    purged.documents += cleared?.documents ?? 0;
    purged.codes += cleared?.codes ?? 0;
  }
  return purged;
}

/** Runs something while no other process purges and nobody changes this project; null where another purges it just now. */
async function alone<T>(projectId: string, work: (tx: Tx) => Promise<T>): Promise<T | null> {
  return db().$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(hashtextextended('purge ' || ${projectId}, 0)) AS taken`;
      if (!lock?.taken) return null;
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
      await tx.$executeRaw`SELECT 1 FROM project WHERE id = ${projectId}::uuid FOR UPDATE`;
      return work(tx);
    },
    { timeout: 30 * 60_000 },
  );
}

/** Tables whose rows hold fast to others of their project, in the order in which they let go. The rest go with the project. */
export const holdingFast = ['reminder', 'comment', 'settlement', 'coding', 'finished', 'assignment', 'code'] as const;

async function purgeProject(tx: Tx, id: string, before: Date): Promise<number> {
  // Asked again under the lock: somebody may have brought it back.
  if ((await tx.project.count({ where: { id, deletedAt: { lt: before } } })) === 0) return 0;
  for (const table of holdingFast)
    await tx.$executeRaw`DELETE FROM ${Prisma.raw(table)} WHERE project_id = ${id}::uuid`;
  return tx.$executeRaw`DELETE FROM project WHERE id = ${id}::uuid`;
}

async function projectsToClear(before: Date): Promise<{ id: string }[]> {
  return db().$queryRaw<{ id: string }[]>`
    SELECT project_id AS id FROM code WHERE deleted_at < ${before}
    UNION SELECT project_id FROM document WHERE deleted_at < ${before} AND NOT EXISTS (
      SELECT 1 FROM round_document AS kept WHERE kept.project_id = document.project_id AND kept.document_id = document.id)`;
}

async function clear(tx: Tx, id: string, before: Date): Promise<Omit<Purged, 'projects'>> {
  const documents = await tx.$executeRaw`
    DELETE FROM document WHERE project_id = ${id}::uuid AND deleted_at < ${before} AND NOT EXISTS (
      SELECT 1 FROM round_document AS kept WHERE kept.project_id = document.project_id AND kept.document_id = document.id)`;
  const dead = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM code WHERE project_id = ${id}::uuid AND deleted_at < ${before}`;
  const ids = dead.map((code) => code.id);
  await tx.$executeRaw`DELETE FROM coding WHERE project_id = ${id}::uuid AND code_id = ANY(${ids}::uuid[])`;
  // One that was inside, was deleted later and can still be brought back then stands on top.
  await tx.$executeRaw`UPDATE code SET parent_id = NULL WHERE project_id = ${id}::uuid AND parent_id = ANY(${ids}::uuid[])`;
  const codes = await tx.$executeRaw`DELETE FROM code WHERE project_id = ${id}::uuid AND id = ANY(${ids}::uuid[])`;
  return { documents, codes };
}
