import 'server-only';
import { db, Prisma } from '@/lib/db';
import { changeColumns, recorded, type ChangeRow, type Recorded } from '../store';

/** What of a log is asked for. Times are ISO 8601; `until` itself is not among them. */
export type LogFilter = {
  actorId?: string;
  kind?: string;
  /** Ids of things (a document, a code); changes that name all of them are meant. */
  about?: string[];
  from?: string;
  until?: string;
};

/**
 * Whose eyes a log is read with, as far as the database can tell: what the seal hides is passed over there, so that a
 * round with a million sealed entries costs one walk over an index. `open` are kinds that the seal of codings does not
 * hide from this person. The last word is `maySeeChange`'s.
 */
export type LogEyes = { viewerId: string; sealedDocuments: readonly string[]; open: readonly string[] };

export type LogPage = { projectId: string; before: bigint | null; limit: number };

/** Up to `limit` changes before number `before` (null: from the newest on), newest first. */
export async function changesBefore(
  { projectId, before, limit }: LogPage,
  eyes: LogEyes,
  filter: LogFilter,
): Promise<Recorded[]> {
  const [first, ...others] = filter.about ?? [];
  const conditions = [Prisma.sql`project_id = ${projectId}::uuid`, visibleTo(eyes), ...narrowed(projectId, filter)];
  for (const id of others)
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM about AS also
    WHERE also.project_id = ${projectId}::uuid AND also.thing_id = ${id}::uuid AND also.seq = change.seq)`);
  if (first) conditions.push(Prisma.sql`thing_id = ${first}::uuid`);
  if (before !== null) conditions.push(Prisma.sql`seq < ${before}`);
  const rows = await db().$queryRaw<ChangeRow[]>`
    SELECT ${changeColumns} FROM ${first ? ofThing : Prisma.sql`change`} WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY seq DESC LIMIT ${limit}`;
  return rows.map(recorded);
}

/** Which of these changes stand taken back: undone, and not done again since, however often to and fro. */
export async function undoneAmong(projectId: string, ids: string[]): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH RECURSIVE chain AS (
      SELECT id AS first, id, 0 AS depth FROM change WHERE project_id = ${projectId}::uuid AND id = ANY(${ids}::uuid[])
      UNION ALL
      SELECT first, change.id, depth + 1 FROM chain
      JOIN change ON change.project_id = ${projectId}::uuid AND change.undoes = chain.id AND depth < 1000)
    SELECT first AS id FROM chain GROUP BY first HAVING max(depth) % 2 = 1`;
  return rows.map(({ id }) => id);
}

/** Walks the index of the thing, newest first: `seq` is that index's own. */
const ofThing = Prisma.sql`about JOIN change USING (project_id, seq)`;

function visibleTo({ viewerId, sealedDocuments, open }: LogEyes): Prisma.Sql {
  return Prisma.sql`(document_id IS NULL OR coder_id IS NULL OR coder_id = ${viewerId}::uuid
    OR document_id <> ALL(${sealedDocuments}::uuid[]) OR kind = ANY(${open}))`;
}

function narrowed(projectId: string, { actorId, kind, from, until }: LogFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (actorId) conditions.push(Prisma.sql`actor_id = ${actorId}::uuid`);
  if (kind) conditions.push(Prisma.sql`kind = ${kind}`);
  if (from)
    conditions.push(Prisma.sql`at >= ${from}::timestamptz`, Prisma.sql`seq >= ${edge(projectId, from, 'first')}`);
  if (until)
    conditions.push(Prisma.sql`at < ${until}::timestamptz`, Prisma.sql`seq <= ${edge(projectId, until, 'last')}`);
  return conditions;
}

/**
 * The number that a time begins with, or ends at, so that nothing else of the log is read. Numbers follow commits and
 * times the begin of transactions, which last a minute at most: hence the minutes of slack.
 */
function edge(projectId: string, at: string, which: 'first' | 'last'): Prisma.Sql {
  const mine = Prisma.sql`project_id = ${projectId}::uuid`;
  return which === 'first'
    ? Prisma.sql`(SELECT min(seq) FROM change WHERE ${mine} AND at >= ${at}::timestamptz AND at <=
        (SELECT min(at) FROM change WHERE ${mine} AND at >= ${at}::timestamptz) + interval '2 minutes')`
    : Prisma.sql`(SELECT max(seq) FROM change WHERE ${mine} AND at < ${at}::timestamptz AND at >=
        (SELECT max(at) FROM change WHERE ${mine} AND at < ${at}::timestamptz) - interval '2 minutes')`;
}
