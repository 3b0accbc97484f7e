import type { Coding } from '@/lib/codings';
import { blockIndexAt } from '@/lib/text';
import { ByteWriter, encoded } from '../byte-writer';
import { cellWriter } from '../csv';
import { passageColumns } from '../passage-columns';
import type { WritingFormat } from './format';
import { acrossOf, openPage, sharedCells, standingOf, type Page, type Shared, type Write } from './passage-cells';
import { csv, header } from './table-format';

/**
 * One row per coding. It streams: at any moment it holds one document's text and the codings of one batch. What rows of
 * a document, a code or a coder share is encoded once and copied, which makes a million rows a matter of seconds.
 */
export const codedPassages: WritingFormat = {
  ...csv,
  name: 'coded-passages',
  title: 'Coded passages',
  purpose: 'Every coding with its quote, citation and position: for analysis in R, Python or a spreadsheet.',
  loses: [
    'texts outside the passages',
    'codes and documents without codings',
    'definitions of codes',
    'what was settled without a code, and what was said about passages',
    'history and undone work',
  ],
  filtered: true,
  columns: ({ attributes }) => passageColumns(attributes),
  async *write(archive, flavour) {
    yield encoded(header(passageColumns(archive.attributes), flavour));
    const write = cellWriter(flavour);
    const shared = sharedCells(archive, write);
    const out = new ByteWriter();
    let page: Page | null = null;
    for await (const batch of archive.codings()) {
      for (const coding of batch) {
        if (page?.id !== coding.documentId) page = await openPage(archive, coding.documentId, write);
        writeRow(out, coding, { page, shared, write });
      }
      yield out.take();
    }
  },
};

/** One record, its cells in the order of `passageColumns`. The runs of shared cells bring their own commas. */
function writeRow(out: ByteWriter, coding: Coding, about: { page: Page; shared: Shared; write: Write }): void {
  const { page, shared, write } = about;
  const { id, codeId, coderId, quote, memo, createdAt, updatedAt, start, end, layer, codebookVersion } = coding;
  checkQuote(coding, page.text);
  const [startCp, endCp] = [page.ruler.toCodePoint(start), page.ruler.toCodePoint(end)];
  out.text(id);
  out.bytes(page.keys);
  out.bytes(known(shared.code.get(codeId), codeId));
  out.bytes(known(shared.coder.get(coderId), coderId));
  out.text(`${write(quote)},${write(memo)},${createdAt},${updatedAt},`);
  out.bytes(standingOf(coding, page, about));
  out.bytes(known(page.source[blockIndexAt(page.blocks, start)], id));
  out.text(`${startCp},${endCp},${start},${end},${page.sha256},${layer},${codebookVersion}`);
  out.bytes(acrossOf(coding, page, write));
  out.bytes(page.attributes);
}

function known(found: Uint8Array | undefined, id: string): Uint8Array {
  if (found) return found;
  throw new Error(`The archive has codings that name ${id}, but does not say what that is.`);
}

/** The last look at "quote = slice" before the numbers leave the house. */
function checkQuote({ id, start, end, quote }: Coding, text: string): void {
  if (quote.length === end - start && text.startsWith(quote, start)) return;
  throw new Error(`Coding ${id} does not quote its text from ${start} to ${end}.`);
}
