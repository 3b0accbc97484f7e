import type { Run } from './align';
import { atEdge, bandOf, halfWidths, type Band } from './band';
import { lengthCost } from './length-cost';
import type { Side } from './pair';

/**
 * What a bead may hold, and how much dearer it is than one block for one: the negative logarithm of its share of beads
 * over that of one for one (Gale and Church 1993, table 5: 0.89, 0.089, 0.011 and 0.0099).
 */
const kinds = [
  { original: 1, translation: 1, cost: 0 },
  { original: 1, translation: 0, cost: Math.log(0.89 / 0.0099) },
  { original: 0, translation: 1, cost: Math.log(0.89 / 0.0099) },
  { original: 2, translation: 1, cost: Math.log(0.89 / 0.089) },
  { original: 1, translation: 2, cost: Math.log(0.89 / 0.089) },
  { original: 2, translation: 2, cost: Math.log(0.89 / 0.011) },
] as const;

type Totals = Record<Side, Float64Array> & { ratio: number };

/**
 * The cheapest row of beads over two lists of lengths, by dynamic programming (section 3.2 of the paper): the best way to
 * any place of the table is the best way to some place before it and one bead more. Looks at places within a band
 * alone, a wider one where the way runs along the edge of it. In steps, a row of the table each.
 */
export function* alignPart(
  lengths: Record<Side, readonly number[]>,
  ratio: number,
): Generator<null, Record<Side, Run>[]> {
  const totals = { original: totalsOf(lengths.original), translation: totalsOf(lengths.translation), ratio };
  const end = { original: lengths.original.length, translation: lengths.translation.length };
  let way: Way = { beads: [], isFree: false };
  for (const half of halfWidths(end.original, end.translation)) {
    const band = bandOf(totals.original, totals.translation, half);
    way = wayBack(yield* new Ways(totals, band).ends(), band, end);
    if (way.isFree) break;
  }
  return way.beads;
}

/** Beads in order, and whether they keep clear of the edges of the band that they were looked for in. */
type Way = { beads: Record<Side, Run>[]; isFree: boolean };

/** The costs of the best ways, three rows at a time: a bead takes two blocks of the original at most. */
class Ways {
  readonly #costs: readonly Float64Array[];

  constructor(
    private readonly totals: Totals,
    private readonly band: Band,
  ) {
    this.#costs = [0, 1, 2].map(() => new Float64Array(band.widest));
  }

  /** For each place within the band, which kind of bead the best way there ends with. */
  *ends(): Generator<null, Uint8Array> {
    const { band } = this;
    const ends = new Uint8Array(band.size);
    for (let row = 0; row < band.first.length; row++) {
      const [first, last, own] = [band.first[row]!, band.last[row]!, this.#costs[row % 3]!];
      for (let column = first; column <= last; column++) {
        own[column - first] = row === 0 && column === 0 ? 0 : Infinity;
        ends[band.offset[row]! + column - first] = this.#best(row, column, own);
      }
      yield null;
    }
    return ends;
  }

  /** Writes the cost of the best way to a place, and tells which kind of bead it ends with. */
  #best(row: number, column: number, own: Float64Array): number {
    const { band, totals } = this;
    const place = column - band.first[row]!;
    let best = own[place]!;
    let end = 0;
    for (let kind = 0; kind < kinds.length; kind++) {
      const { original, translation, cost } = kinds[kind]!;
      const from = row - original;
      const at = column - translation;
      if (from < 0 || at < band.first[from]! || at > band.last[from]!) continue;
      const before = this.#costs[from % 3]![at - band.first[from]!]! + cost;
      if (before >= best) continue;
      const length = totals.original[row]! - totals.original[from]!;
      const whole = before + lengthCost(length, totals.translation[column]! - totals.translation[at]!, totals.ratio);
      if (whole >= best) continue;
      best = whole;
      end = kind;
    }
    own[place] = best;
    return end;
  }
}

/** The best way, read from its end. */
function wayBack(ends: Uint8Array, band: Band, end: Record<Side, number>): Way {
  const way: Way = { beads: [], isFree: true };
  let { original, translation } = end;
  while (original > 0 || translation > 0) {
    const kind = kinds[ends[band.offset[original]! + translation - band.first[original]!]!]!;
    if (atEdge(band, original, translation)) way.isFree = false;
    way.beads.push({
      original: { first: original - kind.original, last: original },
      translation: { first: translation - kind.translation, last: translation },
    });
    original -= kind.original;
    translation -= kind.translation;
  }
  way.beads.reverse();
  return way;
}

/** Running totals, beginning with 0. */
function totalsOf(lengths: readonly number[]): Float64Array {
  const totals = new Float64Array(lengths.length + 1);
  for (const [index, length] of lengths.entries()) totals[index + 1] = totals[index]! + length;
  return totals;
}
