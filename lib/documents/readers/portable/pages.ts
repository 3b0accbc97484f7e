import type { getDocumentProxy } from 'unpdf';
import { Refusal } from '@/lib/errors';
import { directionOf } from '@/lib/text';
import type { FileProperties } from '../../found-values';
import { writtenDate } from '../../written-date';

/** A line as it is printed. Lengths are in points; `y` grows upwards. */
export type Line = { words: string; page: number; left: number; right: number; y: number; size: number };

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;
type Item = { str: string; transform: number[]; width: number; height: number; dir: string; hasEOL: boolean };

const mostPages = 5_000;

/** The lines of each page, in the order in which the file prints them, and what the file says of itself. */
export async function readPages(bytes: Uint8Array): Promise<{ pages: Line[][]; properties: FileProperties }> {
  const document = await open(bytes);
  if (document.numPages > mostPages)
    throw new Refusal(
      'unreadable',
      `This PDF says it has more than ${mostPages.toLocaleString('en')} pages, which is too large to read. Please split it.`,
    );
  const pages: Line[][] = [];
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(linesOf(await itemsOf(page), number));
      page.cleanup();
    }
  } catch {
    throw damaged();
  }
  return { pages, properties: await propertiesOf(document) };
}

/** PDF writes its dates as D:YYYYMMDDHHmmSS. A damaged record of the file is no reason not to read its words. */
async function propertiesOf(document: Document): Promise<FileProperties> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const { Author: author, CreationDate: date } = info as { Author?: unknown; CreationDate?: unknown };
  return {
    ...(typeof author === 'string' && { author }),
    ...(typeof date === 'string' && { date: writtenDate(date) ?? '' }),
  };
}

async function open(bytes: Uint8Array): Promise<Document> {
  // Large, and needed for no other kind of file.
  const { getDocumentProxy } = await import('unpdf');
  try {
    return await getDocumentProxy(Uint8Array.from(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new Refusal('unreadable', 'This PDF is protected by a password. Remove the password and add it again.');
    }
    throw damaged();
  }
}

function damaged(): Refusal {
  return new Refusal(
    'unreadable',
    'This PDF is damaged: its pages cannot be read. Open it in another program and save it again, or paste its words.',
  );
}

async function itemsOf(page: Page): Promise<Item[]> {
  const { items } = await page.getTextContent();
  return items.filter((item) => 'str' in item);
}

/** Pieces stand in one line while they stand at one height. */
function linesOf(items: readonly Item[], page: number): Line[] {
  const rows: Piece[][] = [];
  let row: Piece[] | null = null;
  for (const { str, transform, width, height, dir, hasEOL } of items) {
    const [left = 0, y = 0] = transform.slice(4);
    const size = height || Math.hypot(transform[2] ?? 0, transform[3] ?? 0);
    const isSpace = str.trim() === '';
    if (row && !isSpace && Math.abs(row[0]!.y - y) > row[0]!.size / 2) row = null;
    if (!row && !isSpace) rows.push((row = []));
    if (row && str !== '')
      row.push({
        words: str,
        left,
        right: left + width,
        y,
        size,
        leftToRight: dir !== 'rtl' && /[\p{L}\p{N}]/u.test(str),
      });
    if (hasEOL) row = null;
  }
  return rows.map((pieces) => lineOf(pieces, page));
}

type Piece = { words: string; left: number; right: number; y: number; size: number; leftToRight: boolean };

function lineOf(pieces: readonly Piece[], page: number): Line {
  const said = pieces.filter(({ words }) => words.trim() !== '');
  return {
    words: joined(inOrder(pieces)).trim(),
    page,
    left: Math.min(...said.map(({ left }) => left)),
    right: Math.max(...said.map(({ right }) => right)),
    y: said[0]!.y,
    // A superscript does not make its line small.
    size: Math.max(...said.map(({ size }) => size)),
  };
}

/**
 * The pieces of a line as they are read: from left to right, or from the right where most letters run that way. There,
 * neighbouring pieces of Latin words and numbers keep their own order.
 */
function inOrder(pieces: readonly Piece[]): Piece[] {
  const rightToLeft = directionOf(pieces.map(({ words }) => words).join('')) === 'rtl';
  if (!rightToLeft) return [...pieces].sort((a, b) => a.left - b.left);
  const order: Piece[] = [];
  let turned = 0;
  for (const piece of [...pieces].sort((a, b) => b.right - a.right)) {
    turned = piece.leftToRight ? turned + 1 : 0;
    order.splice(order.length - Math.max(turned - 1, 0), 0, piece);
  }
  return order;
}

/** Puts in the spaces that print shows by a gap alone; a gap of two letters and more parts columns. */
function joined(pieces: readonly Piece[]): string {
  let words = '';
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const gap = before ? Math.max(piece.left - before.right, before.left - piece.right) : 0;
    const parted = /^\s|^$/u.test(piece.words) || /\s$/u.test(words);
    if (before && !parted && gap > piece.size * 0.15) words += gap > piece.size * 2 ? '\t' : ' ';
    words += piece.words;
  }
  return words;
}
