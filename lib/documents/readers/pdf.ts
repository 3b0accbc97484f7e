import { Refusal } from '@/lib/errors';
import { directionOf } from '@/lib/text';
import { readPages } from './portable/pages';
import { writeParagraphs } from './portable/paragraphs';
import { withoutRunningHeads } from './portable/running-heads';
import { begins, refuseOtherKind } from './kinds';
import type { Reader } from './reader';
import { TextWriter } from './text-writer';
import { titleOf } from './titles';

/**
 * PDF, a format that knows where letters stand but not what a paragraph is: lines are joined, hyphens at line ends
 * undone, lines repeated at the edges of pages left out. Pages without letters are named.
 */
export const pdf: Reader = {
  format: 'pdf',
  title: 'PDF',
  extensions: ['.pdf'],
  async read(bytes) {
    if (!begins(bytes, [0x25, 0x50, 0x44, 0x46])) refuseOtherKind(bytes, 'a PDF');
    const { pages, properties } = await readPages(bytes);
    const silent = pages.flatMap((page, index) => (page.length === 0 ? [index + 1] : []));
    if (silent.length === pages.length) {
      throw new Refusal(
        'unreadable',
        'This PDF holds no text: its pages are pictures, as a scanner makes them. Recognise its text first (OCR), or type it.',
      );
    }
    const { lines, repeated } = withoutRunningHeads(pages);
    const writer = new TextWriter();
    writeParagraphs(writer, lines);
    const { text, blocks } = writer.finish();
    const warnings = [...rightToLeft(text), ...pictures(silent), ...heads(repeated)];
    return { text, blocks, warnings, title: titleOf(text, blocks), properties, encoding: null, guessed: false };
  },
};

function rightToLeft(text: string): string[] {
  return directionOf(text) === 'rtl'
    ? [
        'Text that runs from right to left comes out of PDF with faults: letters change places (lam-alef above all), and so do numbers and punctuation. Import a Word file or a web page of this text if there is one.',
      ]
    : [];
}

function pictures(silent: readonly number[]): string[] {
  if (silent.length === 0) return [];
  const named = silent.slice(0, 20).join(', ') + (silent.length > 20 ? ' and more' : '');
  return [`No text on ${silent.length === 1 ? 'page' : 'pages'} ${named}: scanned pictures, or empty.`];
}

function heads(repeated: readonly string[]): string[] {
  if (repeated.length === 0) return [];
  const examples = repeated.slice(0, 3).map((line) => `“${line.slice(0, 80)}”`);
  return [`Lines repeated at the edges of pages were left out, such as ${examples.join(', ')}.`];
}
