import { Refusal } from '@/lib/errors';
import { dottedPaths, pathOf } from '../code-paths';
import { Draft, type DraftDocument } from '../draft';
import { bareName } from '../incoming';
import { columnOf, isCalledTable, readTable, type ReadTable } from '../read-table';
import type { Format } from './format';

/**
 * A table with a row per coded passage, as MAXQDA, Taguette, QualCoder and Concord itself export: the passages and who
 * coded them how, without the texts around them.
 */
export const passageTable: Format = {
  name: 'passage-table',
  title: 'Table of coded passages',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  purpose:
    'Coded segments of MAXQDA, highlights of Taguette, coded text of QualCoder, or coded passages of Concord, as CSV.',
  loses: ['texts outside the passages', 'places of passages in their texts', 'definitions of codes'],
  filtered: false,
  async read(incoming) {
    const table = await readTable(incoming);
    const columns = columnsOf(table);
    if (!columns) {
      throw new Refusal(
        'unreadable',
        'This table has no columns for a passage and its code (such as content and tag, Segment and Code, quote and code).',
      );
    }
    const draft = new Draft(bareName(incoming.name));
    readRows(draft, rowsOf(table, columns));
    if (table.guessed) draft.note(`The encoding was guessed to be ${table.guessed}; look at the letters.`);
    return draft.reading();
  },
  async recognises(incoming) {
    try {
      return isCalledTable(incoming) && columnsOf(await readTable(incoming)) !== null;
    } catch {
      return false;
    }
  },
};

type Columns = { document: number; quote: number; code: number; coder: number; memo: number; created: number };
type Row = { [name in keyof Columns]: string } & { path: string[] };

const names: { [name in keyof Columns]: string[] } = {
  document: [
    'document',
    'document name',
    'documents',
    'file',
    'filename',
    'media title',
    'dokumentname',
    'nom du document',
    'nombre del documento',
    'nazwa dokumentu',
  ],
  quote: [
    'quote',
    'content',
    'segment',
    'coded',
    'quotation content',
    'excerpt copy',
    'passage',
    'fragment',
    'segmento',
  ],
  code: ['code_path', 'tag', 'code', 'codename', 'codes', 'kod', 'código', 'codice'],
  coder: ['coder', 'coder name', 'author', 'created by', 'excerpt creator', 'autor', 'auteur'],
  memo: ['memo', 'coded_memo', 'comment', 'kommentar', 'commentaire', 'comentario', 'komentarz'],
  created: ['created_at', 'created', 'erstellt am', 'data utworzenia'],
};

function columnsOf(table: ReadTable): Columns | null {
  const known =
    maxqda(table) ??
    (Object.fromEntries(Object.entries(names).map(([name, all]) => [name, columnOf(table, all)])) as Columns);
  return known.quote >= 0 && known.code >= 0 ? known : null;
}

/**
 * MAXQDA names columns in the language of its screens, but their order is always the same: colour, comment, document group,
 * document, code, beginning, end, weight, segment, area, coverage, author, created. The colour is a dot.
 */
function maxqda({ header, rows }: ReadTable): Columns | null {
  const dots = rows.length > 0 && rows.every((row) => row[0] === '●');
  return header.length === 13 && dots ? { memo: 1, document: 3, code: 4, quote: 8, coder: 11, created: 12 } : null;
}

function rowsOf({ header, rows }: ReadTable, columns: Columns): Row[] {
  const cell = (row: readonly string[], column: number) => (column < 0 ? '' : (row[column] ?? ''));
  const isTag = header[columns.code]?.toLowerCase() === 'tag';
  const dotted = dottedPaths(isTag ? rows.map((row) => cell(row, columns.code)) : []);
  return rows.map((row) => {
    const cells = Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, cell(row, column)]),
    ) as unknown as Row;
    return { ...cells, path: isTag ? dotted(cells.code) : pathOf(cells.code) };
  });
}

/** Each document becomes its passages, one paragraph each, in the order of the table. */
function readRows(draft: Draft, rows: readonly Row[]): void {
  const filled = rows.filter(({ quote }) => quote.trim() !== '');
  draft.note('Rows without a passage, which did not come in: #.', rows.length - filled.length);
  for (const [title, own] of Map.groupBy(filled, (row) => row.document)) {
    const { raw, starts } = laidOut(own);
    const document = draft.document(`document ${title}`, title, { raw });
    draft.note('Documents made of their passages, since the table does not hold the texts: #.');
    for (const [index, row] of own.entries()) readRow(draft, document, { row, start: starts[index]! });
  }
}

/**
 * The passages one after the other, and where each row's stands. The same words are the same passage, unless one coder
 * put one code on them twice: then they stood in the text twice.
 */
function laidOut(rows: readonly Row[]): { raw: string; starts: number[] } {
  const times = new Map<string, number>();
  const placed = new Map<string, number>();
  let raw = '';
  const starts = rows.map(({ quote, code, coder }) => {
    const coded = [quote, code, coder].join('\0');
    const nth = times.get(coded) ?? 0;
    times.set(coded, nth + 1);
    const start = placed.get(`${nth} ${quote}`) ?? raw.length + (raw === '' ? 0 : 2);
    if (start >= raw.length) raw = raw === '' ? quote : `${raw}\n\n${quote}`;
    placed.set(`${nth} ${quote}`, start);
    return start;
  });
  return { raw, starts };
}

function readRow(draft: Draft, document: DraftDocument, { row, start }: { row: Row; start: number }): void {
  const { code, path, coder, memo, quote, created } = row;
  if (code.trim() === '') return draft.note('Passages without a code, which came in as text alone: #.');
  const span = { start: document.toStored(start), end: document.toStored(start + quote.length) };
  const coderId = draft.member(coder || 'unknown', coder || 'Unknown coder');
  const createdAt = timeOf(created);
  draft.coding({
    documentId: document.id,
    codeId: draft.codeAt(path),
    coderId,
    span,
    memo,
    ...(createdAt && { createdAt }),
  });
}

/** ISO 8601, or MAXQDA's 30.11.2017 20:55:14; times without a zone are taken for UTC. */
function timeOf(written: string): string | null {
  const found = /^(\d{1,2})\.(\d{1,2})\.(\d{4}) (\d{2}:\d{2}:\d{2})$/.exec(written);
  const iso = found ? `${found[3]}-${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}T${found[4]}Z` : written;
  const time = /^\d{4}-\d{2}-\d{2}T/.test(iso) ? new Date(iso) : null;
  return time && !Number.isNaN(time.getTime()) ? time.toISOString() : null;
}
