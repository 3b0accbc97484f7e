import { path, pathSeparator } from '@/lib/codebook';
import { finishedId, type Coding } from '@/lib/codings';
import type { Attribute, DocumentSummary } from '@/lib/documents';
import type { Round } from '@/lib/rounds';
import { blockIndexAt, codePointRuler, type Block } from '@/lib/text';
import type { Archive } from '../archive';
import { citation, sourceOf } from '../citation';
import { cells, cellWriter, recordEnd, type Cell } from '../csv';
import { passageColumns } from '../passage-columns';
import type { Format } from './format';
import { csv, header } from './table-format';

/**
 * One row per coding. It streams: at any moment it holds one document's text and the codings of one batch. What rows of
 * a document, a code or a coder share is written once and repeated, which makes a million rows a matter of seconds.
 */
export const codedPassages: Format = {
  ...csv,
  name: 'coded-passages',
  title: 'Coded passages',
  purpose: 'Every coding with its quote, citation and position: for analysis in R, Python or a spreadsheet.',
  loses: [
    'texts outside the passages',
    'codes and documents without codings',
    'definitions of codes',
    'history and undone work',
  ],
  filtered: true,
  columns: passageColumns,
  async *write(archive, flavour) {
    yield header(passageColumns(archive.attributes), flavour);
    const write = cellWriter(flavour);
    const shared = sharedCells(archive, write);
    let page: Page | null = null;
    for await (const batch of archive.codings()) {
      let lines = '';
      for (const coding of batch) {
        if (page?.id !== coding.documentId) page = await openPage(archive, coding.documentId, write);
        lines += line(coding, { page, shared, write }) + recordEnd;
      }
      yield lines;
    }
  },
};

type Write = (cell: Cell) => string;

/** The cells that depend on the code or the coder alone. */
type Shared = ReturnType<typeof sharedCells>;

function sharedCells(archive: Archive, write: Write) {
  const codes = new Map(archive.codes.map((code) => [code.id, code]));
  const ofCode = archive.codes.map(({ id, name }) => {
    return [id, cells(write, [id, name, path(codes, id).join(pathSeparator)])] as const;
  });
  return {
    code: new Map(ofCode),
    coder: new Map(archive.members.map(({ id, name }) => [id, cells(write, [id, name])])),
    finished: new Set(archive.finished.map((mark) => mark.id)),
    rounds: roundTitles(archive.rounds, write),
  };
}

/** For each document and coder, the rounds that asked this coder to code this document. */
function roundTitles(rounds: readonly Round[], write: Write): Map<string, string> {
  const titles = new Map<string, string[]>();
  for (const { title, documentIds, coderIds } of rounds) {
    for (const documentId of documentIds) {
      for (const coderId of coderIds) {
        const key = finishedId(documentId, coderId);
        titles.set(key, [...(titles.get(key) ?? []), title]);
      }
    }
  }
  return new Map([...titles].map(([key, all]) => [key, write(all.join('; '))]));
}

/** The document that the rows have come to: its rulers, and the cells that depend on it alone. */
type Page = Awaited<ReturnType<typeof openPage>>;

async function openPage(archive: Archive, documentId: string, write: Write) {
  const document = archive.documents.find(({ id }) => id === documentId);
  if (!document) throw new Error(`The archive has codings of document ${documentId}, but not the document.`);
  const { text, blocks } = await archive.text(documentId);
  const { speaker, date, source, url } = sourceOf(document.attributes);
  return {
    id: documentId,
    text,
    blocks,
    ruler: codePointRuler(text),
    cite: citations(blocks, citation(document), write),
    keys: cells(write, [documentId, document.title]),
    source: cells(write, [speaker, date, source, url, document.language]),
    sha256: document.sha256,
    attributes: attributeCells(archive.attributes, document, write),
    /** Round and status per coder, as far as they have been asked for. */
    standing: new Map<string, string>(),
  };
}

/** Citation line per block. */
function citations(blocks: readonly Block[], source: string, write: Write): string[] {
  return blocks.map((_, index) => write(`${source}, para. ${index + 1}`));
}

function attributeCells(attributes: readonly Attribute[], document: DocumentSummary, write: Write): string {
  return attributes.map(({ key }) => `,${write(document.attributes[key] ?? null)}`).join('');
}

/** One record, its cells in the order of `passageColumns`. */
function line(coding: Coding, { page, shared, write }: { page: Page; shared: Shared; write: Write }): string {
  checkQuote(coding, page.text);
  const { id, codeId, coderId, quote, memo, start, end, layer } = coding;
  const standing = layer === 'coder' ? (page.standing.get(coderId) ?? standingOf(coderId, page, shared)) : ',';
  const block = blockIndexAt(page.blocks, start);
  return (
    `${id},${page.keys},${known(shared.code, codeId)},${known(shared.coder, coderId)},${write(quote)},${write(memo)},` +
    `${coding.createdAt},${coding.updatedAt},${standing},${page.source},${page.cite[block]},${block + 1},` +
    `${page.ruler.toCodePoint(start)},${page.ruler.toCodePoint(end)},${start},${end},${page.sha256},` +
    `${layer},${coding.codebookVersion}${page.attributes}`
  );
}

/** How a coder stands to the page: the rounds that asked for it, and whether it is finished. Other layers have neither. */
function standingOf(coderId: string, page: Page, { rounds, finished }: Shared): string {
  const pair = finishedId(page.id, coderId);
  const standing = `${rounds.get(pair) ?? ''},${finished.has(pair) ? 'finished' : 'in progress'}`;
  page.standing.set(coderId, standing);
  return standing;
}

function known(cells: ReadonlyMap<string, string>, id: string): string {
  const found = cells.get(id);
  if (found === undefined) throw new Error(`The archive has a coding by or with ${id}, but does not say what that is.`);
  return found;
}

/** The last look at "quote = slice" before the numbers leave the house. */
function checkQuote({ id, start, end, quote }: Coding, text: string): void {
  if (quote.length === end - start && text.startsWith(quote, start)) return;
  throw new Error(`Coding ${id} does not quote its text from ${start} to ${end}.`);
}
