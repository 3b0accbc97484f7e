import type { JSONContent } from '@tiptap/core';
import type { Block } from '@/lib/text';
import { cutPieces, type Piece } from './pieces';
import { PlaceMap, type PlacedPiece } from './place-map';
import { nodeNames, type Look } from './schema';
import { cutSections, type Section } from './sections';

export type Source = { text: string; blocks: readonly Block[]; direction: 'ltr' | 'rtl' };

/** A text as the editor's document, with what is needed to find the way between the two. */
export type ReaderDocument = { content: JSONContent; sections: Section[]; places: PlaceMap };

/** The document of a text: sections of blocks, list items gathered in lists, one text node a piece. */
export function readerDocument(source: Source): ReaderDocument {
  const pieces = cutPieces(source.text, source.blocks);
  const sections = cutSections(source.text, pieces);
  const placed: PlacedPiece[] = [];
  let position = 0;
  const nodes = sections.map(({ first, last, height }) => {
    position += 1;
    const content = runs(pieces.slice(first, last)).map((run) => {
      const isList = run[0]?.kind === 'list-item';
      const at = position + (isList ? 1 : 0);
      const items = run.map((piece) => blockNode(source, piece));
      position = place(run, at, placed) + (isList ? 1 : 0);
      return isList ? [{ type: 'list', content: items }] : items;
    });
    position += 1;
    return { type: 'section', attrs: { height }, content: content.flat() };
  });
  const empty = { type: 'section', attrs: { height: 0 }, content: [{ type: 'paragraph' }] };
  return {
    content: { type: 'doc', content: nodes.length > 0 ? nodes : [empty] },
    sections,
    places: new PlaceMap(placed),
  };
}

/** Places a run of blocks that begins at a position; returns the position after it. */
function place(run: readonly Piece[], at: number, placed: PlacedPiece[]): number {
  let position = at;
  for (const piece of run) {
    placed.push({ ...piece, at: position + 1 });
    position += piece.end - piece.start + 2;
  }
  return position;
}

/** Neighbouring list items together; everything else alone. */
function runs(pieces: readonly Piece[]): Piece[][] {
  const found: Piece[][] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last && piece.kind === 'list-item' && last[0]?.kind === 'list-item') last.push(piece);
    else found.push([piece]);
  }
  return found;
}

function blockNode({ text, direction }: Source, piece: Piece): JSONContent {
  const words = text.slice(piece.start, piece.end);
  const dir = ownDirection(words, direction);
  const look: Look = {
    ...(piece.level && { 'data-level': `${piece.level}` }),
    ...(piece.continued && { 'data-continued': '' }),
    ...(spaced.test(words) && { 'data-spaced': '' }),
    ...(dir && { dir }),
  };
  return {
    type: nodeNames[piece.kind],
    attrs: { level: piece.level ?? 1, look },
    content: [{ type: 'text', text: words }],
  };
}

/** Spaces that are seen: those that indent a line or stand in a row. */
const spaced = /(^|\n)[ \t]|[ \t]{2}|\t/;

/** A block set against the document's direction, as a quotation wholly in another script is. */
function ownDirection(words: string, direction: 'ltr' | 'rtl'): 'ltr' | 'rtl' | null {
  const [own, other] = direction === 'ltr' ? [leftToRight, rightToLeft] : [rightToLeft, leftToRight];
  if (own.test(words) || !other.test(words)) return null;
  return direction === 'ltr' ? 'rtl' : 'ltr';
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const leftToRight = /[A-Za-z\u00c0-\u024f\u0370-\u058f\u0900-\u1fff\u3040-\ud7af]/;
