import { path, pathSeparator } from '@/lib/codebook';
import { finishedId, type Coding } from '@/lib/codings';
import type { DocumentSummary } from '@/lib/documents';
import { blockIndexAt, codePointRuler } from '@/lib/text';
import type { Archive } from '../archive';
import { citation, sourceOf } from '../citation';
import { attributeCell, type Column } from '../column';
import type { Cell } from '../csv';
import { cellsAcross, openOtherSide, type OtherSide } from '../other-side';
import { passageColumns } from '../passage-columns';
import { isTooLong, workbook, type Sheet } from '../xlsx-write';
import type { Format } from './format';
import { roundTitles } from './passage-cells';
import type { Table } from './table-format';

/** Coded passages, and the tables that belong to them, in one Excel file. */
export function workbookFormat(tables: readonly Table[]): Format {
  return {
    name: 'coded-passages',
    title: 'Excel workbook',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    purpose:
      'Coded passages, codebook, documents and data dictionary as sheets: for Excel, LibreOffice and Numbers. No cell can run as a formula.',
    loses: [
      'texts outside the passages',
      'what is longer than 32,767 characters in one cell (marked in the column quote_cut)',
      'examples of codes',
      'what was settled without a code, and what was said about passages',
      'history and undone work',
      'control characters, which Excel cannot hold',
    ],
    filtered: true,
    columns: ({ attributes }) => [...passageColumns(attributes), cut],
    async *write(archive) {
      const header = [...passageColumns(archive.attributes), cut].map(({ name }) => name);
      const sheets: Sheet[] = [{ name: 'coded passages', header, rows: passageRows(archive) }];
      for (const table of tables) sheets.push(await sheetOf(table, archive));
      yield* workbook(sheets);
    },
  };
}

const cut: Column = {
  name: 'quote_cut',
  holds: 'choice',
  meaning: 'TRUE where the quote, the memo or the quote across was too long for a cell; the CSV has it whole.',
};

async function sheetOf({ title, columns, rows }: Table, archive: Archive): Promise<Sheet> {
  return { name: title.toLowerCase(), header: columns(archive).map(({ name }) => name), rows: await rows(archive) };
}

/** The same rows as coded-passages.csv, cell by cell. */
async function* passageRows(archive: Archive): AsyncGenerator<Cell[]> {
  const codes = new Map(archive.codes.map((code) => [code.id, code]));
  const coders = new Map(archive.members.map(({ id, name }) => [id, name]));
  const finished = new Set(archive.finished.map(({ id }) => id));
  const rounds = roundTitles(archive.rounds);
  let page: Page | null = null;
  for await (const batch of archive.codings()) {
    for (const coding of batch) {
      if (page?.document.id !== coding.documentId) page = await openPage(archive, coding.documentId);
      const pair = finishedId(coding.documentId, coding.coderId);
      const counts = coding.layer === 'coder';
      const across = page.other ? cellsAcross(page.other, coding) : nothingAcross;
      yield [
        ...[coding.id, page.document.id, page.document.title],
        ...[coding.codeId, codes.get(coding.codeId)!.name, path(codes, coding.codeId).join(pathSeparator)],
        ...[
          coding.coderId,
          coders.get(coding.coderId) ?? null,
          coding.quote,
          coding.memo,
          coding.createdAt,
          coding.updatedAt,
        ],
        ...(counts ? [rounds.get(pair) ?? null, finished.has(pair) ? 'finished' : 'in progress'] : [null, null]),
        ...placeCells(coding, page),
        ...[coding.layer, coding.codebookVersion],
        ...across,
        ...archive.attributes.map((attribute) => attributeCell(attribute, page!.document)),
        [coding.quote, coding.memo, ...across].some((cell) => typeof cell === 'string' && isTooLong(cell)),
      ];
    }
  }
}

type Page = { document: DocumentSummary } & Awaited<ReturnType<Archive['text']>> & {
    ruler: ReturnType<typeof codePointRuler>;
    other: OtherSide | null;
  };

const nothingAcross: Cell[] = new Array<null>(9).fill(null);

async function openPage(archive: Archive, documentId: string): Promise<Page> {
  const words = await archive.text(documentId);
  const document = archive.documents.find(({ id }) => id === documentId)!;
  const other = await openOtherSide(archive, documentId, words);
  return { document, ...words, ruler: codePointRuler(words.text), other };
}

function placeCells({ start, end }: Coding, { document, blocks, ruler }: Page): Cell[] {
  const { speaker, date, source, url } = sourceOf(document.attributes);
  const paragraph = blockIndexAt(blocks, start) + 1;
  return [
    ...[speaker, date, source, url, document.language, `${citation(document)}, para. ${paragraph}`, paragraph],
    ...[ruler.toCodePoint(start), ruler.toCodePoint(end), start, end, document.sha256],
  ];
}
