import 'server-only';
import { listCodes } from '@/lib/codebook/store';
import { codingColumns } from '@/lib/codings/store';
import type { Coding } from '@/lib/codings';
import { listAttributes } from '@/lib/documents/attributes/store';
import { db, Prisma, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { codingsOfPages, Pages } from '@/lib/log/pages/store';
import { findChange, type Acting, type Perform } from '@/lib/log/store';
import type { ImportWithdrawn, ProjectImported } from '../changes';

type Import = ProjectImported & { id: string; roundIds: string[] };
type Withdrawing = { tx: Tx; by: Acting; of: Import; pages: Pages };

/**
 * Takes an import back as far as nobody has built on it: its documents and codes are deleted (and can be brought back as any
 * others), its codings on what was here before are removed, its rounds, its attributes and its idle placeholders go. Where
 * somebody has coded, settled or said something in it since it is refused: their work would go out of sight with it.
 */
export const withdrawImport: Perform<{ import: string }, ImportWithdrawn> = async (tx, by, asked) => {
  const of = await importOf(tx, by.projectId, asked.import);
  const withdrawing = { tx, by, of, pages: new Pages(tx, by) };
  await refuseUsed(withdrawing);
  await refuseDiscussed(withdrawing);
  await removeCodings(withdrawing);
  await deleteRounds(withdrawing);
  await deleteDocuments(withdrawing);
  await deleteCodes(withdrawing, by.codebookVersion + 1);
  await removeAttributes(withdrawing);
  await removePlaceholders(withdrawing);
  const { source, documentIds, codeIds, roundIds } = of;
  return { import: of.id, source, documentIds, codeIds, roundIds };
};

async function importOf(tx: Tx, projectId: string, id: string): Promise<Import> {
  const found = await findChange(projectId, id, tx);
  if (found?.change.kind !== 'project.import')
    throw new Refusal('not-found', 'There is no such import in this project.');
  const [before] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM change WHERE project_id = ${projectId}::uuid AND kind = 'project.withdraw' AND body->>'import' = ${id}`;
  if (before) throw new Refusal('conflict', 'This import was withdrawn already.');
  const body = found.change.body as ProjectImported;
  return { ...body, roundIds: body.roundIds ?? [], id };
}

/** An open round refuses it outright, so that the refusal tells nothing of what is coded under the seal. */
async function refuseUsed({ tx, by: { projectId }, of }: Withdrawing): Promise<void> {
  if ((await tx.round.count({ where: { projectId, closedAt: null } })) > 0) {
    throw new Refusal('conflict', 'A round is open. Close it first; then an import can be withdrawn.');
  }
  const { documentIds, codeIds } = of;
  const [used] = await tx.$queryRaw<{ n: number; title: string }[]>`
    SELECT count(*)::int AS n, min(document.title) AS title
    FROM live_coding JOIN document ON document.project_id = live_coding.project_id AND document.id = document_id
    WHERE live_coding.project_id = ${projectId}::uuid AND (document_id = ANY(${documentIds}::uuid[]) OR code_id = ANY(${codeIds}::uuid[]))
      AND live_coding.id NOT IN (${codingsOfPages(projectId, of.id)})`;
  if (used!.n > 0) {
    throw new Refusal(
      'conflict',
      `${used!.n.toLocaleString('en')} ${used!.n === 1 ? 'coding was' : 'codings were'} made since in its documents or with its codes, for one in “${used!.title}”. They would go out of sight with it, so it stays. Delete single documents or codes instead.`,
    );
  }
  const below = (await listCodes(projectId, tx)).find(
    ({ id, parentId }) => parentId && codeIds.includes(parentId) && !codeIds.includes(id),
  );
  if (below)
    throw new Refusal(
      'conflict',
      `The code “${below.name}” now stands below one of its codes. Move it elsewhere first.`,
    );
}

/** What was settled and said in its rounds since; what it brought itself stands on its pages. */
async function refuseDiscussed({ tx, by: { projectId }, of }: Withdrawing): Promise<void> {
  const [used] = await tx.$queryRaw<{ settlements: number; comments: number }[]>`
    WITH came AS (
      SELECT (coalesce(body #>> '{settlement,id}', body #>> '{comment,id}'))::uuid AS id
      FROM change_page, jsonb_array_elements(bodies) AS body
      WHERE project_id = ${projectId}::uuid AND change_id = ${of.id}::uuid AND kind IN ('consensus.settle', 'comment.add'))
    SELECT
      (SELECT count(*)::int FROM settlement WHERE project_id = ${projectId}::uuid AND round_id = ANY(${of.roundIds}::uuid[])
        AND withdrawn_at IS NULL AND id NOT IN (SELECT id FROM came)) AS settlements,
      (SELECT count(*)::int FROM comment WHERE project_id = ${projectId}::uuid AND round_id = ANY(${of.roundIds}::uuid[])
        AND removed_at IS NULL AND id NOT IN (SELECT id FROM came)) AS comments`;
  const made = Object.entries(used!).filter(([, n]) => n > 0);
  if (made.length === 0) return;
  const said = made.map(([what, n]) => `${n.toLocaleString('en')} ${n === 1 ? what.slice(0, -1) : what}`).join(' and ');
  throw new Refusal(
    'conflict',
    `In its rounds there ${made[0]![1] === 1 ? 'is' : 'are'} ${said} made since. They would go with it, so it stays. Delete single documents or codes instead.`,
  );
}

/** Its rounds, with what came in them. Their documents go too, so nothing is left that they could be counted from. */
async function deleteRounds({ tx, by: { projectId }, of }: Withdrawing): Promise<void> {
  await tx.round.deleteMany({ where: { projectId, id: { in: of.roundIds } } });
}

/** Codings that stay behind when the documents go: those on documents that were here before. */
async function removeCodings({ tx, by: { projectId }, of, pages }: Withdrawing): Promise<void> {
  for (;;) {
    const rows = await tx.$queryRaw<Coding[]>`
      UPDATE coding SET deleted_at = now() WHERE project_id = ${projectId}::uuid AND id IN (
        SELECT coding.id FROM coding JOIN (${codingsOfPages(projectId, of.id)}) AS came ON came.id = coding.id
        WHERE coding.project_id = ${projectId}::uuid AND deleted_at IS NULL AND document_id <> ALL(${of.documentIds}::uuid[]) LIMIT 5000)
      RETURNING ${codingColumns}`;
    if (rows.length === 0) return;
    for (const own of Map.groupBy(rows, ({ documentId, coderId }) => `${documentId} ${coderId}`).values()) {
      const { documentId, coderId } = own[0]!;
      await pages.add({
        kind: 'coding.remove',
        subject: { documentId, coderId },
        bodies: own.map((coding) => ({ coding })),
      });
    }
  }
}

async function deleteDocuments({ tx, by: { projectId }, of, pages }: Withdrawing): Promise<void> {
  const gone = await tx.$queryRaw<{ id: string }[]>`
    UPDATE document SET deleted_at = now() WHERE project_id = ${projectId}::uuid AND id = ANY(${of.documentIds}::uuid[])
      AND deleted_at IS NULL RETURNING id`;
  await pages.add({ kind: 'document.delete', subject: null, bodies: gone });
}

async function deleteCodes({ tx, by: { projectId }, of, pages }: Withdrawing, version: number): Promise<void> {
  const gone = await tx.$queryRaw<{ id: string }[]>`
    UPDATE code SET deleted_at = now() WHERE project_id = ${projectId}::uuid AND id = ANY(${of.codeIds}::uuid[])
      AND deleted_at IS NULL RETURNING id`;
  if (gone.length === 0) return;
  await tx.project.update({ where: { id: projectId }, data: { codebookVersion: version } });
  await pages.add({ kind: 'code.delete', subject: null, bodies: [{ ids: gone.map(({ id }) => id), version }] });
}

async function removeAttributes({ tx, by: { projectId }, of, pages }: Withdrawing): Promise<void> {
  const here = await listAttributes(projectId, tx);
  await tx.attribute.deleteMany({ where: { projectId, id: { in: of.attributeIds } } });
  const bodies = here.filter(({ id }) => of.attributeIds.includes(id)).map((before) => ({ id: before.id, before }));
  await pages.add({ kind: 'attribute.remove', subject: null, bodies });
}

/** Placeholders that no coding stands under any more. */
async function removePlaceholders({ tx, by: { projectId }, of, pages }: Withdrawing): Promise<void> {
  const ids = of.people.flatMap(({ memberId, placeholder }) => (placeholder ? [memberId] : []));
  const idle = await tx.$queryRaw<{ userId: string }[]>(Prisma.sql`
    UPDATE member SET removed_at = now() WHERE project_id = ${projectId}::uuid AND user_id = ANY(${ids}::uuid[])
      AND removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM live_coding
        WHERE live_coding.project_id = member.project_id AND coder_id = user_id) RETURNING user_id AS "userId"`);
  await pages.add({ kind: 'member.remove', subject: null, bodies: idle });
}

/** Which of these changes are imports that were withdrawn. */
export async function withdrawnAmong(projectId: string, ids: string[]): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT body->>'import' AS id FROM change
    WHERE project_id = ${projectId}::uuid AND kind = 'project.withdraw' AND body->>'import' = ANY(${ids})`;
  return rows.map(({ id }) => id);
}
