import 'server-only';
import type { z } from 'zod';
import { db, Prisma, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Perform } from '@/lib/log/store';
import { checkQuote, unpackUnits, type Block, type Units } from '@/lib/text';
import { listAttributes, refuseUnfit } from './attributes/store';
import type { documentChanges } from './changes';
import { type DocumentAdded, type DocumentEdited, type DocumentsDescribed } from './changes';
import type { CutDocument } from './cut-document';
import type { DocumentSummary } from './document';
import { wanted, type DocumentFilter } from './filter';
import { LatelyUsed } from './lately-used';
import { filled, withSet } from './values';

type Asked<K extends keyof typeof documentChanges> = z.infer<(typeof documentChanges)[K]['body']>;

const summaryColumns = Prisma.sql`document.id, title, language, direction::text AS direction, attributes, length, sha256,
  iso(created_at) AS "createdAt"`;
const withText = Prisma.sql`document JOIN document_text ON document_text.project_id = document.project_id
  AND document_text.document_id = document.id`;

/** The project's documents, by title. */
export async function listDocuments(projectId: string): Promise<DocumentSummary[]> {
  return db().$queryRaw<DocumentSummary[]>`
    SELECT ${summaryColumns} FROM ${withText}
    WHERE document.project_id = ${projectId}::uuid AND deleted_at IS NULL ORDER BY title, document.id`;
}

/** The project's documents that say this of themselves, by title. */
export async function documentsWhere(projectId: string, filter: DocumentFilter): Promise<DocumentSummary[]> {
  const [documents, attributes] = await Promise.all([listDocuments(projectId), listAttributes(projectId)]);
  return wanted(documents, filter, attributes);
}

/** Titles of the documents that are deleted but can be restored, by id: what a history calls them by. */
export async function deletedTitles(projectId: string): Promise<Record<string, string>> {
  const rows = await db().document.findMany({
    where: { projectId, deletedAt: { not: null } },
    select: { id: true, title: true },
  });
  return Object.fromEntries(rows.map(({ id, title }) => [id, title]));
}

export type ReadableText = { title: string; text: string; blocks: Block[] };

/** What the reader shows: the text and how it is cut into blocks. Null if the project has no such document. */
export async function readText(projectId: string, documentId: string): Promise<ReadableText | null> {
  const rows = await db().$queryRaw<ReadableText[]>`
    SELECT title, text, blocks FROM ${withText}
    WHERE document.project_id = ${projectId}::uuid AND document.id = ${documentId}::uuid AND deleted_at IS NULL`;
  return rows[0] ?? null;
}

/** A document whole: what lists say of it, its text and its blocks. */
export async function readDocument(projectId: string, documentId: string): Promise<DocumentSummary & ReadableText> {
  const rows = await db().$queryRaw<(DocumentSummary & ReadableText)[]>`
    SELECT ${summaryColumns}, text, blocks FROM ${withText}
    WHERE document.project_id = ${projectId}::uuid AND document.id = ${documentId}::uuid AND deleted_at IS NULL`;
  return rows[0] ?? refuseMissing();
}

type Reading = { projectId: string; userId: string; documentId: string };

/** How far this person has read in a document, as an offset of its text; null where they have not begun. */
export async function readingPlace(key: Reading): Promise<number | null> {
  const place = await db().readingPlace.findUnique({
    where: { projectId_userId_documentId: key },
    select: { offset: true },
  });
  return place?.offset ?? null;
}

/** Keeps how far somebody has read. The last browser that says so is believed. */
export async function keepReadingPlace(key: Reading, offset: number): Promise<void> {
  const kept = await db().$executeRaw`
    INSERT INTO reading_place (project_id, user_id, document_id, "offset")
    SELECT document.project_id, ${key.userId}::uuid, document.id, least(${offset}::int, length) FROM ${withText}
    WHERE document.project_id = ${key.projectId}::uuid AND document.id = ${key.documentId}::uuid AND deleted_at IS NULL
    ON CONFLICT (project_id, user_id, document_id) DO UPDATE SET "offset" = excluded."offset", at = now()`;
  if (kept === 0) throw new Refusal('not-found', 'There is no such document in this project.');
}

/** Fingerprints and lengths of texts, whether their documents are deleted or not. */
export async function listFingerprints(
  projectId: string,
  documentIds: string[],
): Promise<{ id: string; sha256: string; length: number }[]> {
  const where = { projectId, documentId: { in: documentIds } };
  const rows = await db().documentText.findMany({ where, select: { documentId: true, sha256: true, length: true } });
  return rows.map(({ documentId, ...rest }) => ({ id: documentId, ...rest }));
}

export type CutText = { id: string; text: string; units: Partial<Units> };

/**
 * Text and units of several documents, whether deleted or not: what agreement counts in. Only the level that is counted
 * by is read, since words are most of it; null reads the text alone.
 */
export async function readUnits(
  projectId: string,
  documentIds: string[],
  level: keyof typeof unitColumns | null,
): Promise<CutText[]> {
  const packed = level === null ? Prisma.sql`NULL::bytea` : Prisma.raw(unitColumns[level]);
  const rows = await db().$queryRaw<{ id: string; text: string; packed: Uint8Array | null }[]>`
    SELECT document_id AS id, text, ${packed} AS packed FROM document_text
    WHERE project_id = ${projectId}::uuid AND document_id = ANY(${documentIds}::uuid[])`;
  return rows.map(({ id, text, packed }) => ({
    id,
    text,
    units: level && packed ? { [level]: unpackUnits(packed) } : {},
  }));
}

const unitColumns = { word: 'words', sentence: 'sentences', paragraph: 'paragraphs' } as const;

/** Texts never change, so a process keeps those it has read lately: up to this many UTF-16 code units in all. */
const texts = new LatelyUsed<string>(32_000_000);

/** What is wrong with a span and its quote in this document, as a sentence, or null if nothing is. */
export async function quoteFault(
  projectId: string,
  documentId: string,
  { start, end, quote }: { start: number; end: number; quote: string },
): Promise<string | null> {
  const key = `${projectId}/${documentId}`;
  let text = texts.get(key);
  if (text === undefined) {
    text = (await readText(projectId, documentId))?.text;
    if (text === undefined) throw new Refusal('not-found', 'There is no such document in this project.');
    texts.set(key, text, text.length);
  }
  return checkQuote(text, { start, end }, quote);
}

/** Stores a document that was cut before the project was locked (`cutDocument`). */
export const addDocument: Perform<CutDocument, DocumentAdded> = async (tx, by, { cut, ...document }) => {
  const { projectId, actorId } = by;
  await refuseUnfit(tx, projectId, [{ title: document.title, values: document.attributes }]);
  await tx.document.create({ data: { projectId, ...document, createdBy: actorId } });
  await tx.documentText.create({ data: { projectId, documentId: document.id, ...cut } });
  return { document: await summary(tx, projectId, document.id) };
};

export const editDocument: Perform<Asked<'document.edit'>, DocumentEdited> = async (tx, by, asked) => {
  const { id } = asked;
  const old = await summary(tx, by.projectId, id);
  const set = { ...asked.set, ...(asked.set.attributes && { attributes: filled(asked.set.attributes) }) };
  if (set.attributes) {
    const record = { title: old.title, values: set.attributes, before: old.attributes };
    await refuseUnfit(tx, by.projectId, [record]);
  }
  await tx.document.update({ where: { projectId_id: { projectId: by.projectId, id } }, data: set });
  const before = Object.fromEntries(Object.keys(set).map((key) => [key, old[key as keyof typeof set]]));
  return { id, set, before };
};

/** Describes many documents at once, or none of them where one value does not fit. */
export const describeDocuments: Perform<Asked<'document.describe'>, DocumentsDescribed> = async (
  tx,
  by,
  { documents },
) => {
  const { projectId } = by;
  const ids = documents.map(({ id }) => id);
  const found = new Map((await summaries(tx, projectId, ids)).map((each) => [each.id, each]));
  const all = documents.map((asked) => ({ asked, old: found.get(asked.id) ?? refuseMissing() }));
  const rows = all.map(({ asked, old }) => ({
    ...old,
    ...asked.set,
    attributes: withSet(old.attributes, asked.values),
  }));
  const records = all.map(({ old }, n) => ({ title: old.title, values: rows[n]!.attributes, before: old.attributes }));
  await refuseUnfit(tx, projectId, records);
  await tx.$executeRaw`
    UPDATE document SET title = said.title, language = said.language, direction = said.direction, attributes = said.attributes
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS said(id uuid, title text, language text, direction "Direction", attributes jsonb)
    WHERE document.project_id = ${projectId}::uuid AND document.id = said.id`;
  return { documents, before: all.map(({ asked, old }) => beforeOf(asked, old)) };
};

export const deleteDocument: Perform<Asked<'document.delete'>, { id: string }> = async (tx, by, { id }) => {
  const open = await tx.roundDocument.findFirst({ where: { projectId: by.projectId, documentId: id, open: true } });
  if (open) throw new Refusal('conflict', 'This document is in an open round. Close the round first.');
  await summary(tx, by.projectId, id);
  await tx.document.update({
    where: { projectId_id: { projectId: by.projectId, id } },
    data: { deletedAt: new Date() },
  });
  return { id };
};

export const restoreDocument: Perform<Asked<'document.restore'>, DocumentAdded> = async (tx, by, { id }) => {
  const where = { projectId: by.projectId, id, deletedAt: { not: null } };
  const { count } = await tx.document.updateMany({ where, data: { deletedAt: null } });
  if (count === 0)
    throw new Refusal(
      'not-found',
      'There is no such deleted document. What was deleted can be brought back for 30 days.',
    );
  return { document: await summary(tx, by.projectId, id) };
};

type Described = Asked<'document.describe'>['documents'][number];

/** What takes a description back: of each field and value that was set, what was there. */
function beforeOf({ id, set, values }: Described, old: DocumentSummary): Described {
  const fields = Object.fromEntries(Object.keys(set).map((key) => [key, old[key as keyof typeof set]]));
  return {
    id,
    set: fields,
    values: Object.fromEntries(Object.keys(values).map((key) => [key, old.attributes[key] ?? ''])),
  };
}

async function summary(tx: Tx, projectId: string, id: string): Promise<DocumentSummary> {
  return (await summaries(tx, projectId, [id]))[0] ?? refuseMissing();
}

/** Those of these documents that are there, in no order. */
export async function summaries(tx: Tx, projectId: string, ids: readonly string[]): Promise<DocumentSummary[]> {
  return tx.$queryRaw<DocumentSummary[]>`
    SELECT ${summaryColumns} FROM ${withText}
    WHERE document.project_id = ${projectId}::uuid AND document.id = ANY(${ids}::uuid[]) AND deleted_at IS NULL`;
}

export function refuseMissing(): never {
  throw new Refusal('not-found', 'There is no such document in this project.');
}
