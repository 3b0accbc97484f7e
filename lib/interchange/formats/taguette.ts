import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Refusal } from '@/lib/errors';
import { dottedPaths } from '../code-paths';
import { Draft, type DraftDocument } from '../draft';
import { htmlText, type HtmlText } from '../html-text';
import { bareName, onlyFile } from '../incoming';
import type { Format } from './format';

/** Taguette's own file: a project as an SQLite database. Its dots in tags become levels. */
export const taguette: Format = {
  name: 'taguette',
  title: 'Taguette project',
  extension: 'sqlite3',
  mediaType: 'application/vnd.sqlite3',
  purpose: 'A project as Taguette exports it whole: documents, highlights and tags.',
  loses: ['who highlighted, which Taguette does not keep', 'headings and other layout of documents'],
  filtered: false,
  async read(incoming) {
    const bytes = onlyFile(incoming);
    if (!bytes || !isSqlite(bytes))
      throw new Refusal('unreadable', 'This is no SQLite file, as Taguette exports projects.');
    return opened(bytes, async (database) => {
      const draft = new Draft(bareName(incoming.name));
      for (const project of rows(database, 'SELECT name, description FROM projects'))
        draft.description = text(project.description);
      readProject(draft, database);
      return draft.reading();
    });
  },
  recognises(incoming) {
    const bytes = onlyFile(incoming);
    return bytes !== null && isSqlite(bytes);
  },
};

function isSqlite(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 15)) === 'SQLite format 3';
}

/** Opens the database from a file of its own, read only and without whatever could run inside. */
async function opened<T>(bytes: Uint8Array, read: (database: DatabaseSync) => Promise<T>): Promise<T> {
  const { DatabaseSync } = await import('node:sqlite');
  const folder = mkdtempSync(join(tmpdir(), 'concord-'));
  try {
    const path = join(folder, 'project.sqlite3');
    writeFileSync(path, bytes);
    const database = new DatabaseSync(path, { readOnly: true, allowExtension: false });
    try {
      return await read(database);
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Row = Record<string, unknown>;

function rows(database: DatabaseSync, query: string): Row[] {
  try {
    return database.prepare(query).all();
  } catch (cause) {
    const { message } = cause as Error;
    throw new Refusal(
      'unreadable',
      `This is no project of Taguette that could be read (${message}). Export it again.`,
      { cause },
    );
  }
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function readProject(draft: Draft, database: DatabaseSync): void {
  const projects = rows(database, 'SELECT id FROM projects').length;
  if (projects > 1)
    throw new Refusal('unreadable', `This file holds ${projects} projects. Export the one you want from Taguette.`);
  const tags = new Map<string, string>();
  const all = rows(database, 'SELECT id, path, description FROM tags ORDER BY path');
  const levels = dottedPaths(all.map(({ path }) => text(path)));
  for (const { id, path, description } of all) {
    const codeId = draft.codeAt(levels(text(path)));
    draft.describe(codeId, { definition: text(description) });
    tags.set(text(id), codeId);
  }
  const documents = new Map<string, { document: DraftDocument; words: HtmlText }>();
  for (const { id, name, description, contents } of rows(
    database,
    'SELECT id, name, description, contents FROM documents ORDER BY id',
  )) {
    const words = htmlText(text(contents));
    if (words.text.trim() === '') draft.note('Documents without any text, which did not come in: #.');
    else {
      const document = draft.document(`document ${text(id)}`, text(name), { raw: words.text });
      if (text(description)) draft.setAttribute(document, draft.attribute('Memo'), text(description));
      documents.set(text(id), { document, words });
    }
  }
  readHighlights(draft, database, { tags, documents });
}

type Known = { tags: Map<string, string>; documents: Map<string, { document: DraftDocument; words: HtmlText }> };

function readHighlights(draft: Draft, database: DatabaseSync, { tags, documents }: Known): void {
  const tagsOf = Map.groupBy(rows(database, 'SELECT highlight_id, tag_id FROM highlight_tags'), (row) =>
    text(row.highlight_id),
  );
  const coderId = draft.member('unknown', 'Unknown coder (Taguette)');
  for (const row of rows(
    database,
    'SELECT id, document_id, start_offset, end_offset, snippet FROM highlights ORDER BY id',
  )) {
    const found = documents.get(text(row.document_id));
    const put = tagsOf.get(text(row.id)) ?? [];
    if (!found || put.length === 0) {
      draft.note('Highlights without a tag, which did not come in: #.');
      continue;
    }
    const { document, words } = found;
    const [start, end] = [
      words.fromByte(Number(row.start_offset), 'start'),
      words.fromByte(Number(row.end_offset), 'end'),
    ];
    if (start === null || end === null || start >= end) {
      throw new Refusal('unreadable', `The highlight ${text(row.id)} does not lie in the text of “${document.title}”.`);
    }
    const stored = { start: document.toStored(start), end: document.toStored(end) };
    const span = draft.quoted(document, stored, htmlText(text(row.snippet)).text);
    for (const { tag_id } of put) {
      const codeId = tags.get(text(tag_id));
      if (!codeId)
        throw new Refusal('unreadable', `The highlight ${text(row.id)} has a tag that the file does not define.`);
      draft.coding({ documentId: document.id, codeId, coderId, span });
    }
  }
}
