import 'server-only';
import type { z } from 'zod';
import { db, Prisma, type Tx } from '@/lib/db';
import { isRefusal, Refusal } from '@/lib/errors';
import type { Perform } from '@/lib/log/store';
import { sketchOf } from '@/lib/text';
import { refuseUnfit } from '../attributes/store';
import { mostAtOnce, type documentChanges, type DocumentsImported } from '../changes';
import { cutDocument, type AskedDocument } from '../cut-document';
import type { AttributeValues, DocumentSummary } from '../document';
import { summaries } from '../store';

type Asked<K extends keyof typeof documentChanges> = z.infer<(typeof documentChanges)[K]['body']>;

/** One import of one person: what is staged under it is theirs alone to bring in or to drop. */
export type Import = { projectId: string; importId: string; userId: string };

/** What an import may hold: UTF-16 code units of text in all. */
const mostText = 400_000_000;
/** How many documents are cut at a stretch: others are answered in between. */
const together = 20;

/**
 * Keeps documents aside, cut into units, until `document.import` brings all of them in at once. Nobody sees them, and the project is
 * not locked meanwhile. Sending the same ones again changes nothing. `first` is the place of the first in the whole import.
 */
export async function stage(by: Import, documents: readonly AskedDocument[], first: number): Promise<void> {
  const { projectId, importId, userId: createdBy } = by;
  const [held] = await db().$queryRaw<{ rows: number; text: number }[]>`
    SELECT count(*)::int AS rows, coalesce(sum(length), 0)::float8 AS text FROM staged
    WHERE project_id = ${projectId}::uuid AND import_id = ${importId}::uuid`;
  const text = documents.reduce((sum, each) => sum + each.text.length, held!.text);
  if (held!.rows + documents.length > 2 * mostAtOnce || text > mostText) {
    throw new Refusal('invalid', 'This import is larger than one may be. Please split it.');
  }
  for (let at = 0; at < documents.length; at += together) {
    const data = documents.slice(at, at + together).map((asked, index) => {
      const { cut, id: documentId, ...said } = inWords(asked);
      return { projectId, importId, documentId, createdBy, place: first + at + index, ...said, ...cut };
    });
    await db().staged.createMany({ data, skipDuplicates: true });
  }
}

/** Drops what was staged under an import; what was brought in already stays. */
export async function dropStaged({ projectId, importId, userId }: Import): Promise<void> {
  await db().staged.deleteMany({ where: { projectId, importId, createdBy: userId } });
}

/** A browser that was closed in the middle of an import leaves what it staged behind, for at most a day. */
export async function dropAbandoned(now: Date): Promise<void> {
  await db().staged.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - 86_400_000) } } });
}

/** Brings in everything that was staged under an import, or nothing. Values are checked again: definitions may have changed. */
export const importDocuments: Perform<Asked<'document.import'>, DocumentsImported> = async (
  tx,
  by,
  { importId, source, count },
) => {
  const { projectId, actorId } = by;
  const mine = Prisma.sql`FROM staged WHERE project_id = ${projectId}::uuid AND import_id = ${importId}::uuid AND created_by = ${actorId}::uuid`;
  const rows = await tx.$queryRaw<{ id: string; title: string; values: AttributeValues }[]>`
    SELECT document_id AS id, title, attributes AS values ${mine} ORDER BY place`;
  if (rows.length !== count) {
    throw new Refusal(
      'conflict',
      `Of ${count.toLocaleString('en')} documents ${rows.length.toLocaleString('en')} arrived, so none was added. Please import them again.`,
    );
  }
  await refuseUnfit(tx, projectId, rows);
  await tx.$executeRaw`
    INSERT INTO document (project_id, id, title, language, direction, attributes, created_by)
    SELECT project_id, document_id, title, language, direction, attributes, created_by ${mine}`;
  await tx.$executeRaw`
    INSERT INTO document_text (project_id, document_id, text, sha256, length, blocks, segmenter, words, sentences, paragraphs)
    SELECT project_id, document_id, text, sha256, length, blocks, segmenter, words, sentences, paragraphs ${mine}`;
  await tx.$executeRaw`DELETE ${mine}`;
  return {
    source,
    documents: await inOrder(
      tx,
      projectId,
      rows.map(({ id }) => id),
    ),
  };
};

/** Deletes several documents as one change: what takes an import back. Like every deletion it can be undone for 30 days. */
export const withdrawDocuments: Perform<Asked<'document.withdraw'>, { ids: string[] }> = async (tx, by, { ids }) => {
  const { projectId } = by;
  const open = await tx.roundDocument.findFirst({ where: { projectId, documentId: { in: ids }, open: true } });
  if (open) throw new Refusal('conflict', 'One of these documents is in an open round. Close the round first.');
  const { count } = await tx.document.updateMany({
    where: { projectId, id: { in: ids }, deletedAt: null },
    data: { deletedAt: new Date() },
  });
  if (count !== ids.length)
    throw new Refusal(
      'not-found',
      'Some of these documents are not in this project any more. Delete the others one by one.',
    );
  return { ids };
};

export const reinstateDocuments: Perform<Asked<'document.reinstate'>, { documents: DocumentSummary[] }> = async (
  tx,
  by,
  { ids },
) => {
  const { projectId } = by;
  const where = { projectId, id: { in: ids }, deletedAt: { not: null } };
  const { count } = await tx.document.updateMany({ where, data: { deletedAt: null } });
  if (count !== ids.length)
    throw new Refusal(
      'not-found',
      'Some of these documents cannot be brought back. What was deleted is kept for 30 days.',
    );
  return { documents: await inOrder(tx, projectId, ids) };
};

/** The sketches of the project's documents by their ids (see lib/text `sketchOf`); those that are missing are made now. */
export async function readSketches(projectId: string): Promise<Record<string, Uint32Array>> {
  for (let from: string | null = firstId; from !== null;) from = await sketchSome(projectId, from);
  const rows = await db().$queryRaw<{ id: string; sketch: Uint8Array }[]>`
    SELECT document_id AS id, sketch FROM document_sketch JOIN document ON document.project_id = document_sketch.project_id
      AND document.id = document_id
    WHERE document.project_id = ${projectId}::uuid AND deleted_at IS NULL`;
  return Object.fromEntries(rows.map(({ id, sketch }) => [id, new Uint32Array(Uint8Array.from(sketch).buffer)]));
}

const firstId = '00000000-0000-0000-0000-000000000000';

/**
 * Makes some of the missing sketches, of documents whose ids follow `after`: a few at a time, so that others are answered in between. Gives
 * back where to go on; null when none was missing.
 */
async function sketchSome(projectId: string, after: string): Promise<string | null> {
  const texts = await db().$queryRaw<{ id: string; text: string }[]>`
    SELECT document_id AS id, text FROM document_text
    WHERE project_id = ${projectId}::uuid AND document_id > ${after}::uuid AND NOT EXISTS (
      SELECT 1 FROM document_sketch AS made WHERE made.project_id = document_text.project_id AND made.document_id = document_text.document_id)
    ORDER BY document_id LIMIT 25`;
  const data = texts.map(({ id, text }) => ({
    projectId,
    documentId: id,
    sketch: Uint8Array.from(new Uint8Array(sketchOf(text).buffer)),
  }));
  await db().documentSketch.createMany({ data, skipDuplicates: true });
  return texts.at(-1)?.id ?? null;
}

async function inOrder(tx: Tx, projectId: string, ids: readonly string[]): Promise<DocumentSummary[]> {
  const found = new Map((await summaries(tx, projectId, ids)).map((each) => [each.id, each]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Cuts a document; what is wrong with it names it, since there are many. */
function inWords(asked: AskedDocument) {
  try {
    return cutDocument(asked);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new Refusal(error.code, `“${asked.title}”: ${error.message}`, { cause: error });
  }
}
