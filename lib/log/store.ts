import 'server-only';
import type { Subject } from '@/lib/access';
import { db, Prisma, type Tx } from '@/lib/db';
import type { Change } from './change';
import { onNotice } from './listening/store';

/** A change with the server-only facts about it: its number, and whose work it shows. */
export type Recorded = { seq: bigint; change: Change; subject: Subject | null };

/** What the log needs to know of a change that is about to be written. */
export type Entry = {
  projectId: string;
  id: string;
  actorId: string;
  kind: string;
  body: unknown;
  undoes: string | null;
  step: string | null;
  subject: Subject | null;
};

/** Who acts, and under which change: what every performer is told. */
export type Acting = { projectId: string; actorId: string; id: string; kind: string; undoes: string | null; step: string | null };

/** How a rare kind is carried out: readable steps in a transaction that holds the project's next number. */
export type Perform<Asked, Logged> = (
  tx: Tx,
  by: Acting & { codebookVersion: number },
  asked: Asked,
) => Promise<Logged>;

/** How a hot kind is carried out: row, number, log entry and wake-up in one statement. */
export type Statement<Asked> = (by: Acting, asked: Asked) => Promise<Recorded>;

/**
 * Takes the project's next number. The row lock it leaves lasts until the transaction ends, so numbers follow the
 * order of commits and "everything after 41" never skips a change that commits late. Take it first: it also makes the
 * transaction's other checks safe from concurrent changes of the same project.
 */
export async function takeSeq(tx: Tx, projectId: string): Promise<{ seq: bigint; codebookVersion: number } | null> {
  const rows = await tx.$queryRaw<{ seq: bigint; codebookVersion: number }[]>`
    UPDATE project SET seq = seq + 1 WHERE id = ${projectId}::uuid AND deleted_at IS NULL
    RETURNING seq, codebook_version AS "codebookVersion"`;
  return rows[0] ?? null;
}

/** Writes the change and wakes the followers when (and only if) the transaction commits. */
export async function append(tx: Tx, seq: bigint, entry: Entry): Promise<Recorded> {
  const rows = await tx.$queryRaw<ChangeRow[]>`
    WITH written AS (
      INSERT INTO change (project_id, seq, id, actor_id, kind, body, undoes, step, document_id, coder_id)
      VALUES (${entry.projectId}::uuid, ${seq}, ${entry.id}::uuid, ${entry.actorId}::uuid, ${entry.kind},
        ${JSON.stringify(entry.body)}::jsonb, ${entry.undoes}::uuid, ${entry.step}::uuid,
        ${entry.subject?.documentId ?? null}::uuid, ${entry.subject?.coderId ?? null}::uuid)
      RETURNING *)
    SELECT ${changeColumns}, pg_notify('change', project_id::text)::text AS woken FROM written`;
  return recorded(rows[0]!);
}

/** The columns of a change, for a SELECT from `change` or from a statement that has just written to it. */
export const changeColumns = Prisma.sql`seq, id, actor_id AS "actorId", at, kind, body, undoes, step,
  document_id AS "documentId", coder_id AS "coderId"`;

export type ChangeRow = Omit<Change, 'at'> & { seq: bigint; at: Date; documentId: string | null; coderId: string | null };

export function recorded(row: ChangeRow): Recorded {
  const { seq, documentId, coderId, id, kind, actorId, at, body, undoes, step } = row;
  const subject = documentId && coderId ? { documentId, coderId } : null;
  return { seq, subject, change: { id, kind, actorId, at: at.toISOString(), body, undoes, step } };
}

/** Up to `limit` changes after number `seq`, in order. */
export async function changesAfter(projectId: string, seq: bigint, limit = 500): Promise<Recorded[]> {
  const rows = await db().$queryRaw<ChangeRow[]>`
    SELECT ${changeColumns} FROM change WHERE project_id = ${projectId}::uuid AND seq > ${seq} ORDER BY seq LIMIT ${limit}`;
  return rows.map(recorded);
}

/**
 * The newest `limit` changes of one person, oldest first: what their undo history is folded from. The oldest gesture
 * among them comes whole, so that it is undone whole.
 */
export async function changesBy(projectId: string, actorId: string, limit = 200): Promise<Change[]> {
  const rows = await db().$queryRaw<ChangeRow[]>`
    WITH newest AS (
      SELECT * FROM change WHERE project_id = ${projectId}::uuid AND actor_id = ${actorId}::uuid ORDER BY seq DESC LIMIT ${limit}),
    oldest AS (SELECT seq, step FROM newest ORDER BY seq LIMIT 1)
    SELECT ${changeColumns} FROM newest
    UNION ALL
    SELECT ${changeColumns} FROM change WHERE project_id = ${projectId}::uuid AND actor_id = ${actorId}::uuid
      AND step = (SELECT step FROM oldest) AND seq < (SELECT seq FROM oldest)
    ORDER BY seq`;
  return rows.map((row) => recorded(row).change);
}

/** The change with this id: what a repeated request is answered with. */
export async function findChange(projectId: string, id: string, tx: Tx = db()): Promise<Recorded | null> {
  const rows = await tx.$queryRaw<ChangeRow[]>`
    SELECT ${changeColumns} FROM change WHERE project_id = ${projectId}::uuid AND id = ${id}::uuid`;
  return rows[0] ? recorded(rows[0]) : null;
}

/** Number of the newest change: where a follower that has just read the state begins. */
export async function newestSeq(projectId: string): Promise<bigint> {
  const rows = await db().$queryRaw<{ seq: bigint }[]>`SELECT seq FROM project WHERE id = ${projectId}::uuid`;
  return rows[0]?.seq ?? 0n;
}

/** Wakes whoever listens to a topic (a project's id, an account's) when, and only if, the transaction commits. */
export async function wake(tx: Tx, topic: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify('change', ${topic})::text`;
}

/**
 * Calls `wake` soon after each commit to the project's log, or to what else a topic stands for, by whichever process. It is
 * only a wake-up and may be missed while the connection is down, so followers also look every few seconds. Returns the way
 * to stop.
 */
export function onChange(topic: string, wake: () => void): () => void {
  return onNotice('change', topic, wake);
}
