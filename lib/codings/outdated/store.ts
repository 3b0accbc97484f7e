import 'server-only';
import type { Seal } from '@/lib/access';
import { db, Prisma } from '@/lib/db';
import type { Coding } from '../coding';
import { sealed } from '../store';

type Whose = { projectId: string; coderId: string; codeId: string | null };

/** How many of a person's own codings were made under an older meaning of their code than it has now, by code. */
export type OutdatedCount = { coderId: string; codeId: string; count: number };

/** The outdated codings that this person may see, counted per coder and code. */
export async function countOutdated(projectId: string, seal: Seal): Promise<OutdatedCount[]> {
  return db().$queryRaw<OutdatedCount[]>`
    SELECT coder_id AS "coderId", code_id AS "codeId", count(*)::int AS count FROM (${outdated(projectId)}) AS coding
    WHERE ${sealed(seal)} GROUP BY coder_id, code_id`;
}

/** How many of a person's own codings there are to look at again. */
export async function countOwnOutdated(projectId: string, coderId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${outdated(projectId)}) AS coding WHERE coder_id = ${coderId}::uuid`;
  return row!.count;
}

/** Up to `limit` outdated codings of one person, code by code, in text order per document. */
export async function listOutdated({ projectId, coderId, codeId }: Whose, limit: number): Promise<Coding[]> {
  return db().$queryRaw<Coding[]>`
    SELECT id, document_id AS "documentId", code_id AS "codeId", coder_id AS "coderId", layer::text AS layer, start, "end",
      quote, memo, codebook_version AS "codebookVersion", iso(created_at) AS "createdAt", iso(updated_at) AS "updatedAt"
    FROM (${outdated(projectId)}) AS coding
    WHERE coder_id = ${coderId}::uuid AND (${codeId}::uuid IS NULL OR code_id = ${codeId}::uuid)
    ORDER BY code_id, document_id, start, "end" DESC, id LIMIT ${limit}`;
}

/** The rows' twin of `isOutdated`. Consensus is settled by adjudication; imports and machines are nobody's own. */
function outdated(projectId: string): Prisma.Sql {
  return Prisma.sql`SELECT live_coding.* FROM live_coding
    JOIN code ON code.project_id = live_coding.project_id AND code.id = live_coding.code_id
      AND code.version > live_coding.codebook_version
    WHERE live_coding.project_id = ${projectId}::uuid AND layer = 'coder'`;
}
