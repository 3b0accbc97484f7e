import { path, pathSeparator } from '@/lib/codebook';
import { finishedId, type Coding } from '@/lib/codings';
import type { DocumentSummary } from '@/lib/documents';
import { codersOf, type Round } from '@/lib/rounds';
import { codePointRuler, type Block } from '@/lib/text';
import type { Archive } from '../archive';
import { encoded } from '../byte-writer';
import { citation, sourceOf } from '../citation';
import { cells, recordEnd, type Cell } from '../csv';
import { cellsAcross, keyAcross, openOtherSide } from '../other-side';

/** The way one cell is written: `cellWriter` of the flavour. */
export type Write = (cell: Cell) => string;

/** Cells of coded passages that depend on the code or the coder alone, each run of them ready to be copied into a row. */
export type Shared = ReturnType<typeof sharedCells>;

export function sharedCells({ codes, members, finished, rounds }: Archive, write: Write) {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const pathOf = (id: string) => path(byId, id).join(pathSeparator);
  return {
    code: new Map(codes.map(({ id, name }) => [id, encoded(`,${cells(write, [id, name, pathOf(id)])}`)])),
    coder: new Map(members.map(({ id, name }) => [id, encoded(`,${cells(write, [id, name])},`)])),
    finished: new Set(finished.map((mark) => mark.id)),
    rounds: roundTitles(rounds),
  };
}

/** For each document and coder, the rounds that asked this coder to code this document. */
export function roundTitles(rounds: readonly Round[]): Map<string, string> {
  const titles = new Map<string, string>();
  for (const round of rounds) {
    for (const pair of round.documentIds.flatMap((id) =>
      codersOf(round, id).map((coderId) => finishedId(id, coderId)),
    )) {
      const before = titles.get(pair);
      titles.set(pair, before === undefined ? round.title : `${before}; ${round.title}`);
    }
  }
  return titles;
}

/** The document that the rows have come to: its text and rulers, and the cells that depend on it alone. */
export type Page = Awaited<ReturnType<typeof openPage>>;

export async function openPage(archive: Archive, documentId: string, write: Write) {
  const document = archive.documents.find(({ id }) => id === documentId);
  if (!document) throw new Error(`The archive has codings of document ${documentId}, but not the document.`);
  const { text, blocks } = await archive.text(documentId);
  const own = archive.attributes.map(({ key }) => `,${write(document.attributes[key] ?? null)}`);
  return {
    id: documentId,
    text,
    blocks,
    ruler: codePointRuler(text),
    sha256: document.sha256,
    keys: encoded(`,${cells(write, [documentId, document.title])}`),
    source: blockSources(document, blocks, write),
    attributes: encoded(own.join('') + recordEnd),
    other: await openOtherSide(archive, documentId, { text, blocks }),
    /** The cells about the other side, by the blocks they speak of, as far as they have been asked for. */
    across: new Map<string, Uint8Array>(),
    /** Round and status per coder, as far as they have been asked for. */
    standing: new Map<string, Uint8Array>(),
  };
}

/** For each block, the cells from speaker to paragraph. */
function blockSources(document: DocumentSummary, blocks: readonly Block[], write: Write): Uint8Array[] {
  const { speaker, date, source, url } = sourceOf(document.attributes);
  const same = cells(write, [speaker, date, source, url, document.language]);
  const cited = citation(document);
  return blocks.map((_, index) => encoded(`,${same},${write(`${cited}, para. ${index + 1}`)},${index + 1},`));
}

/** The rounds that asked this coder to code the page, and whether it is finished. Other layers than coders' have neither. */
export function standingOf(
  { coderId, layer }: Coding,
  page: Page,
  { shared, write }: { shared: Shared; write: Write },
): Uint8Array {
  if (layer !== 'coder') return neither;
  const found = page.standing.get(coderId);
  if (found) return found;
  const pair = finishedId(page.id, coderId);
  const status = shared.finished.has(pair) ? 'finished' : 'in progress';
  const made = encoded(cells(write, [shared.rounds.get(pair) ?? null, status]));
  page.standing.set(coderId, made);
  return made;
}

const neither = encoded(',');

/** What stands across from the passage, each cell after its comma. In a document without a pair all of them are empty. */
export function acrossOf(coding: Coding, { other, across }: Page, write: Write): Uint8Array {
  if (!other) return nothingAcross;
  const key = keyAcross(other, coding);
  const made = across.get(key) ?? encoded(`,${cells(write, cellsAcross(other, coding))}`);
  across.set(key, made);
  return made;
}

const nothingAcross = encoded(',,,,,,,,,');
