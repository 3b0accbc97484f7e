import type { Span } from '@/lib/text';
import { countWhile } from '@/lib/text/count-while';
import type { Piece } from './pieces';

/** A piece and the position, in the editor's document, of its first character. */
export type PlacedPiece = Piece & { at: number };

/**
 * Joins two rulers, offsets in the text and positions in the editor's document, by binary search over the pieces.
 * White space that is not rendered, and positions between blocks, stand for the nearest rendered place.
 */
export class PlaceMap {
  constructor(readonly pieces: readonly PlacedPiece[]) {}

  /** The index of the piece that shows the offset, else of the last one before it. */
  pieceAt(offset: number): number {
    return Math.max(0, this.#count((piece) => piece.start <= offset) - 1);
  }

  /** The position of a caret. */
  position(offset: number): number {
    const piece = this.pieces[this.pieceAt(offset)];
    return piece ? piece.at + clamp(offset - piece.start, lengthOf(piece)) : 2;
  }

  /**
   * The positions of a span's ends: in a gap, the start leans to the next piece and the end to the one before. A caret
   * (both ends at one offset) leans back, so that it stays in the passage at whose end it was put.
   */
  positions({ start, end }: Span): { from: number; to: number } {
    if (start === end) return { from: this.position(start), to: this.position(start) };
    const first = this.pieceAt(start);
    const next = this.pieces[first + 1];
    const isPast = start >= (this.pieces[first]?.end ?? Infinity);
    const from = isPast && next ? next.at : this.position(start);
    return { from, to: Math.max(from, this.position(this.#leanBack(end))) };
  }

  /** The offset of a position. */
  offset(position: number): number {
    const piece = this.pieces[Math.max(0, this.#count(({ at }) => at <= position) - 1)];
    return piece ? piece.start + clamp(position - piece.at, lengthOf(piece)) : 0;
  }

  /** What lies between two positions, or null for nothing. An end at the very start of a block takes nothing of it. */
  span(from: number, to: number): Span | null {
    const start = this.offset(from);
    const end = this.#leanBack(this.offset(to));
    return start < end ? { start, end } : null;
  }

  #leanBack(end: number): number {
    const index = this.pieceAt(end);
    const before = this.pieces[index - 1];
    return before && this.pieces[index]?.start === end ? before.end : end;
  }

  #count(holds: (piece: PlacedPiece) => boolean): number {
    return countWhile(this.pieces.length, (index) => {
      const piece = this.pieces[index];
      return piece !== undefined && holds(piece);
    });
  }
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

function clamp(value: number, limit: number): number {
  return Math.min(Math.max(value, 0), limit);
}
