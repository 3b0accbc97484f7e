import 'server-only';
import type { z } from 'zod';
import { askOften, brokenConstraint, db, Prisma } from '@/lib/db';
import { quoteFault } from '@/lib/documents/store';
import { Refusal } from '@/lib/errors';
import { changeColumns, recorded, type Acting, type ChangeRow, type Recorded } from '@/lib/log/store';
import { together } from '@/lib/log/together';
import type { codingChanges } from '../changes';
import { codingAsLogged, codingRoles, isInCodebook, once, refuseCode } from '../store';

type Asked = z.infer<(typeof codingChanges)['coding.add']['body']>;
type Adding = { by: Acting; asked: Asked };

/**
 * Puts a code on a span: the hottest write of all, one round trip however long the text is. Whoever codes in a project
 * stands in line for its next number; those who wait for it in this process go together.
 */
export async function addCoding(by: Acting, asked: Asked): Promise<Recorded> {
  const fault = await quoteFault(by.projectId, asked.documentId, asked);
  if (fault) throw new Refusal('invalid', fault);
  return inLine({ by, asked });
}

const inLine = together<Adding, Recorded>({
  key: ({ by }) => by.projectId,
  alone: async (adding) => (await once(write([adding])))[0] ?? refuseAdd(adding),
  all: addAll,
});

/** Null where one of them cannot be written: then each is tried alone, and gets its own sentence or its coding. */
async function addAll(some: readonly Adding[]): Promise<Recorded[] | null> {
  const written = await write(some).catch(nothingIfRefused);
  if (written.length === 0) return null;
  const byId = new Map(written.map((each) => [each.change.id, each]));
  return some.map(({ by }) => byId.get(by.id)!);
}

function nothingIfRefused(error: unknown): Recorded[] {
  if (brokenConstraint(error) === null) throw error;
  return [];
}

/** Rows, numbers, entries of the log and one wake-up, for all of them or, where one is not allowed, for none. */
async function write(some: readonly Adding[]): Promise<Recorded[]> {
  const { projectId, kind } = some[0]!.by;
  const rows = await askOften<ChangeRow>(Prisma.sql`
    WITH asked AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(some.map(rowOf))}::jsonb) AS row (
        place int, change_id uuid, actor_id uuid, undoes uuid, step uuid,
        id uuid, document_id uuid, code_id uuid, start int, "end" int, quote text, memo text)),
    numbered AS (
      UPDATE project SET seq = seq + ${some.length}::int
      WHERE id = ${projectId}::uuid AND deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM asked WHERE NOT (
        EXISTS (SELECT 1 FROM member WHERE member.project_id = ${projectId}::uuid AND user_id = actor_id
          AND removed_at IS NULL AND role::text = ANY(${codingRoles}::text[]))
        AND EXISTS (SELECT 1 FROM code
          WHERE code.project_id = ${projectId}::uuid AND code.id = asked.code_id AND deleted_at IS NULL)
        AND EXISTS (SELECT 1 FROM document
          WHERE document.project_id = ${projectId}::uuid AND document.id = asked.document_id AND deleted_at IS NULL)))
      RETURNING seq - ${some.length}::int AS before, codebook_version),
    kept AS (
      SELECT code.id, codebook_version, code_lives(code.deleted_at) FROM numbered, code
      WHERE code.project_id = ${projectId}::uuid AND code.id IN (SELECT code_id FROM asked)
      FOR SHARE OF code),
    made AS (
      INSERT INTO coding (project_id, id, document_id, code_id, coder_id, layer, start, "end", quote, memo, codebook_version)
      SELECT ${projectId}::uuid, asked.id, document_id, code_id, actor_id, 'coder', start, "end", quote, memo, codebook_version
      FROM asked JOIN kept ON kept.id = code_id
      RETURNING *),
    body AS (SELECT id, jsonb_build_object('coding', ${codingAsLogged}) AS body FROM made),
    written AS (
      INSERT INTO change (project_id, seq, id, actor_id, kind, body, undoes, step, document_id, coder_id)
      SELECT ${projectId}::uuid, before + place, change_id, actor_id, ${kind}, body, undoes, step, document_id, actor_id
      FROM numbered, asked JOIN body USING (id)
      RETURNING *)
    SELECT ${changeColumns}, pg_notify('change', project_id::text)::text AS woken FROM written`);
  return rows.map(recorded);
}

function rowOf({ by, asked }: Adding, index: number) {
  const { id, documentId: document_id, codeId: code_id, start, end, quote, memo = '' } = asked;
  const { id: change_id, actorId: actor_id, undoes, step } = by;
  return { place: index + 1, change_id, actor_id, undoes, step, id, document_id, code_id, start, end, quote, memo };
}

async function refuseAdd({ by, asked }: Adding): Promise<never> {
  const where = { projectId: by.projectId, userId: by.actorId, removedAt: null, role: { in: codingRoles } };
  if (!(await db().member.findFirst({ where })))
    throw new Refusal('forbidden', 'You can no longer code in this project.');
  if (!(await isInCodebook(by, asked.codeId))) refuseCode();
  throw new Refusal('not-found', 'There is no such document in this project.');
}
