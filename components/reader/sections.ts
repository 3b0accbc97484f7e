import type { Span } from '@/lib/text';
import type { Piece } from './pieces';

/** A run of pieces, `[first, last)`, that the browser may skip as one while it is far from the screen. */
export type Section = Span & { first: number; last: number; height: number };

/** About 2,000 words of English: a few screens. */
const size = 12_000;

/** Cuts the pieces into sections. Heights are guesses in px, for the scroll bar, until a section has been on screen. */
export function cutSections(text: string, pieces: readonly Piece[]): Section[] {
  const sections: Section[] = [];
  let first = 0;
  pieces.forEach((piece, index) => {
    const start = pieces[first]?.start ?? 0;
    if (piece.end - start < size && index < pieces.length - 1) return;
    const last = index + 1;
    sections.push({ first, last, start, end: piece.end, height: guessHeight(text, pieces.slice(first, last)) });
    first = last;
  });
  return sections;
}

const lineHeight = 31;
const margin = 14;

function guessHeight(text: string, pieces: readonly Piece[]): number {
  return pieces.reduce((height, { start, end }) => {
    const perLine = text.charCodeAt((start + end) >> 1) >= 0x2e80 ? 38 : 76;
    return height + Math.ceil((end - start) / perLine) * lineHeight + margin;
  }, 0);
}
