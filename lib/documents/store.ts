import 'server-only';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { db, Prisma, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Perform } from '@/lib/log/store';
import {
  checkQuote,
  checkTiling,
  cutUnits,
  directionOf,
  guessLanguage,
  isBoundary,
  markdownBlocks,
  normalise,
  packUnits,
  plainBlocks,
  unpackUnits,
  type Block,
  type Units,
} from '@/lib/text';
import type { documentChanges } from './changes';
import { type AttributeRemoved, type AttributeSet, type DocumentAdded, type DocumentEdited } from './changes';
import type { Attribute, AttributeType, AttributeValues, DocumentSummary } from './document';
import { TextCache } from './text-cache';

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
  const place = await db().readingPlace.findUnique({ where: { projectId_userId_documentId: key }, select: { offset: true } });
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
export async function listFingerprints(projectId: string, documentIds: string[]): Promise<{ id: string; sha256: string; length: number }[]> {
  const where = { projectId, documentId: { in: documentIds } };
  const rows = await db().documentText.findMany({ where, select: { documentId: true, sha256: true, length: true } });
  return rows.map(({ documentId, ...rest }) => ({ id: documentId, ...rest }));
}

export type CutText = { id: string; text: string; units: Partial<Units> };

/**
 * Text and units of several documents, whether deleted or not: what agreement counts in. Only the level that is counted
 * by is read, since words are most of it; null reads the text alone.
 */
export async function readUnits(projectId: string, documentIds: string[], level: keyof typeof unitColumns | null): Promise<CutText[]> {
  const packed = level === null ? Prisma.sql`NULL::bytea` : Prisma.raw(unitColumns[level]);
  const rows = await db().$queryRaw<{ id: string; text: string; packed: Uint8Array | null }[]>`
    SELECT document_id AS id, text, ${packed} AS packed FROM document_text
    WHERE project_id = ${projectId}::uuid AND document_id = ANY(${documentIds}::uuid[])`;
  return rows.map(({ id, text, packed }) => ({ id, text, units: level && packed ? { [level]: unpackUnits(packed) } : {} }));
}

const unitColumns = { word: 'words', sentence: 'sentences', paragraph: 'paragraphs' } as const;

const texts = new TextCache();

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
    texts.set(key, text);
  }
  return checkQuote(text, { start, end }, quote);
}

/** The project's attribute definitions, in their order. */
export async function listAttributes(projectId: string): Promise<Attribute[]> {
  const rows = await db().attribute.findMany({ where: { projectId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  return rows.map(asAttribute);
}

/** Imports a text: line ends and byte order mark settled, blocks and units cut once, fingerprint taken. */
export const addDocument: Perform<Asked<'document.add'>, DocumentAdded> = async (tx, by, asked) => {
  await refuseUnknownKeys(tx, by.projectId, asked.attributes);
  const { text } = normalise(asked.text);
  const blocks = asked.blocks ?? (asked.format === 'markdown' ? markdownBlocks : plainBlocks)(text);
  if (text === '') throw new Refusal('invalid', 'The document has no text.');
  if (asked.blocks) refuseUnfit(text, blocks);
  const language = asked.language === undefined ? guessLanguage(text) : asked.language;
  const direction = asked.direction ?? directionOf(text);
  const { projectId, actorId } = by;
  const { id, title, attributes } = asked;
  await tx.document.create({ data: { projectId, id, title, language, direction, attributes, createdBy: actorId } });
  await tx.documentText.create({ data: { projectId, documentId: id, ...cut(text, blocks, language) } });
  return { document: await summary(tx, projectId, id) };
};

export const editDocument: Perform<Asked<'document.edit'>, DocumentEdited> = async (tx, by, { id, set }) => {
  if (set.attributes) await refuseUnknownKeys(tx, by.projectId, set.attributes);
  const old = await summary(tx, by.projectId, id);
  await tx.document.update({ where: { projectId_id: { projectId: by.projectId, id } }, data: set });
  const before = Object.fromEntries(Object.keys(set).map((key) => [key, old[key as keyof typeof set]]));
  return { id, set, before };
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
  if (count === 0) throw new Refusal('not-found', 'There is no such deleted document. What was deleted can be brought back for 30 days.');
  return { document: await summary(tx, by.projectId, id) };
};

export const setAttribute: Perform<Asked<'attribute.set'>, AttributeSet> = async (tx, by, asked) => {
  const { projectId } = by;
  const { id, key } = asked;
  const old = await tx.attribute.findFirst({ where: { projectId, OR: [{ id }, { key }] } });
  if (old && old.id !== id) throw new Refusal('conflict', `There is already an attribute with the key ${key}.`);
  if (old && old.key !== key) throw new Refusal('invalid', 'An attribute keeps its key: exports and filters name it.');
  const data = { ...asked, type: stored[asked.type] };
  await tx.attribute.upsert({
    where: { projectId_id: { projectId, id } },
    create: { projectId, ...data },
    update: data,
  });
  return { attribute: asked, before: old && asAttribute(old) };
};

export const removeAttribute: Perform<Asked<'attribute.remove'>, AttributeRemoved> = async (tx, by, { id }) => {
  const old = await tx.attribute.findFirst({ where: { projectId: by.projectId, id } });
  if (!old) throw new Refusal('not-found', 'There is no such attribute in this project.');
  await tx.attribute.delete({ where: { projectId_id: { projectId: by.projectId, id } } });
  return { id, before: asAttribute(old) };
};

/** Blocks come from a reader by way of a browser, or from a script. */
function refuseUnfit(text: string, blocks: readonly Block[]): void {
  const split = blocks.find(({ start }) => !isBoundary(text, start));
  const fault = checkTiling(text, blocks) ?? (split && `A block begins within a character, at ${split.start}.`);
  if (fault) throw new Refusal('invalid', `The blocks do not fit the text. ${fault}`);
}

function cut(text: string, blocks: Block[], language: string | null) {
  const { segmenter, word, sentence, paragraph } = cutUnits(text, blocks, language);
  const [words, sentences, paragraphs] = [word, sentence, paragraph].map((unit) => new Uint8Array(packUnits(unit)));
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  return {
    text,
    blocks,
    segmenter,
    words: words!,
    sentences: sentences!,
    paragraphs: paragraphs!,
    sha256,
    length: text.length,
  };
}

async function summary(tx: Tx, projectId: string, id: string): Promise<DocumentSummary> {
  const rows = await tx.$queryRaw<DocumentSummary[]>`
    SELECT ${summaryColumns} FROM ${withText}
    WHERE document.project_id = ${projectId}::uuid AND document.id = ${id}::uuid AND deleted_at IS NULL`;
  return rows[0] ?? refuseMissing();
}

async function refuseUnknownKeys(tx: Tx, projectId: string, values: AttributeValues): Promise<void> {
  const known = new Set(
    (await tx.attribute.findMany({ where: { projectId }, select: { key: true } })).map(({ key }) => key),
  );
  const unknown = Object.keys(values).find((key) => !known.has(key));
  if (unknown)
    throw new Refusal('invalid', `This project has no attribute “${unknown}”. Define it first, or leave it out.`);
}

function refuseMissing(): never {
  throw new Refusal('not-found', 'There is no such document in this project.');
}

/** Prisma's names cannot hold the hyphens of the attribute types. */
const stored = {
  text: 'text',
  number: 'number',
  date: 'date',
  'one-of': 'one_of',
  'many-of': 'many_of',
  language: 'language',
  url: 'url',
} as const satisfies Record<AttributeType, string>;

type AttributeRow = { id: string; key: string; name: string; type: string; options: string[]; position: number };

function asAttribute({ id, key, name, type, options, position }: AttributeRow): Attribute {
  return { id, key, name, type: type.replace('_', '-') as AttributeType, options, position };
}
