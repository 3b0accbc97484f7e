import { countWhile } from '@/lib/text/count-while';

/**
 * Which places of the table an alignment looks at: for each number of blocks of the original, a run of numbers of blocks
 * of the translation around the one that lies as far into its text. `offset[i]` is where row i begins in one long array
 * of all rows.
 */
export type Band = {
  first: Int32Array;
  last: Int32Array;
  offset: Int32Array;
  columns: number;
  size: number;
  widest: number;
};

/** Half the width of the first band, in blocks, which a translation paragraph by paragraph does not leave. */
const narrow = 24;
/** No wider band is tried than of so many places, which bounds time (about a second) and memory (about as many bytes). */
const most = 4_000_000;

/** Half widths to try one after the other, for so many blocks of the original and of the translation. */
export function* halfWidths(rows: number, columns: number): Generator<number> {
  const limit = Math.min(columns, Math.floor(most / (2 * rows + 1)));
  for (let half = narrow; half < limit; half *= 2) yield half;
  yield Math.max(narrow, limit);
}

/** The band of a part, from the running totals of the lengths of its blocks, which begin with 0. */
export function bandOf(original: Float64Array, translation: Float64Array, half: number): Band {
  const [rows, columns] = [original.length, translation.length];
  const centre = centres(original, translation);
  const band = {
    ...{ first: new Int32Array(rows), last: new Int32Array(rows), offset: new Int32Array(rows) },
    ...{ columns, size: 0, widest: 0 },
  };
  for (let row = 0; row < rows; row++) {
    // As far as the next row's centre, so that rows always overlap and the end can be reached.
    const next = centre[Math.min(row + 1, rows - 1)]!;
    band.first[row] = row === 0 ? 0 : Math.max(0, centre[row]! - half);
    band.last[row] = Math.min(columns - 1, next + half);
    band.offset[row] = band.size;
    const width = band.last[row]! - band.first[row]! + 1;
    band.size += width;
    band.widest = Math.max(band.widest, width);
  }
  return band;
}

/** True where a way at this place runs along an edge of the band, so that a better one may lie beyond. */
export function atEdge(band: Band, row: number, column: number): boolean {
  const [first, last] = [band.first[row]!, band.last[row]!];
  return (first > 0 && column - first < near) || (last < band.columns - 1 && last - column < near);
}

const near = 3;

/** For each number of blocks of the original, the number of blocks of the translation that are as much of its text. */
function centres(original: Float64Array, translation: Float64Array): Int32Array {
  const [whole, other] = [place(original, original.length - 1), place(translation, translation.length - 1)];
  const found = Int32Array.from(original, (_, row) => {
    const sought = whole === 0 ? 0 : (place(original, row) / whole) * other;
    return countWhile(translation.length - 1, (column) => place(translation, column) < sought);
  });
  found[0] = 0;
  found[found.length - 1] = translation.length - 1;
  return found;
}

/** How far into the text so many blocks reach; blank ones count for something, too. */
function place(totals: Float64Array, blocks: number): number {
  return totals[blocks]! + blocks;
}
