import 'server-only';
import type { Role } from '@/lib/access';
import { db } from '@/lib/db';
import type { Membership } from '../store';

type Row = { userId: string; role: Role; codersEditDocuments: boolean; codersEditCodebook: boolean };

/** Everyone who may read a living project at this moment, by the user's id: one question for however many read. */
export async function listReaders(projectId: string): Promise<Map<string, Membership>> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT user_id AS "userId", role::text AS role, coders_edit_documents AS "codersEditDocuments",
      coders_edit_codebook AS "codersEditCodebook"
    FROM member JOIN project ON project.id = project_id
    WHERE project_id = ${projectId}::uuid AND removed_at IS NULL AND project.deleted_at IS NULL`;
  return new Map(rows.map(({ userId, role, ...settings }) => [userId, { projectId, userId, role, settings }]));
}
