import type { Coding } from '@/lib/codings';
import type { Span } from '@/lib/text';
import type { HandlePlaces } from './handles-view';
import { placeLabels, unfold, type Row, type Wish } from './labels';
import type { Stage } from './stage';

/** A coding's lines in the margin, in px from the top of the text. `opens` and `closes`: its ends are in sight. */
export type Bracket = { coding: Coding; top: number; height: number; column: number; opens: boolean; closes: boolean };

/** A label of the margin. `drop` is how far it stands below its passage; `folded` had no room of their own. */
export type LaneRow = { coding: Coding; top: number; drop: number; folded: Coding[] };

/** What the margin shows. `codings` are all those in sight, in reading order. */
export type Lane = {
  codings: Coding[];
  brackets: Bracket[];
  rows: LaneRow[];
  columns: number;
  handles: HandlePlaces | null;
};

export const emptyLane: Lane = { codings: [], brackets: [], rows: [], columns: 0, handles: null };

/** Height of a label with its gap, and how far one may stand from its passage. */
export const labelRoom = { pitch: 25, reach: 80 };

type Input = {
  codings: Coding[];
  /** The stretch of text that the lane is drawn for. */
  window: Span;
  columnOf: (coding: Coding) => number | null;
  columns: number;
  active: string | null;
  handles: HandlePlaces | null;
};

/** Where codings stand in px. Kept until the text changes its shape, so that one more coding measures one. */
export class Ruler {
  readonly #edges = new Map<string, number>();

  constructor(private readonly stage: Stage) {}

  /** To be called when the text has another width or height. */
  forget(): void {
    this.#edges.clear();
  }

  top(offset: number): number {
    return this.#edge(offset, 'top');
  }

  bottom(offset: number): number {
    return this.#edge(offset, 'bottom');
  }

  #edge(offset: number, side: 'top' | 'bottom'): number {
    const key = `${offset}${side}`;
    const known = this.#edges.get(key) ?? this.#measure(offset, side);
    this.#edges.set(key, known);
    return known;
  }

  #measure(offset: number, side: 'top' | 'bottom'): number {
    const beside = side === 'top' ? { start: offset, end: offset + 2 } : { start: offset - 2, end: offset };
    const rects = this.stage.rects(beside); // two code units, for one may be half a character
    const rect = rects.at(side === 'top' ? 0 : -1) ?? this.stage.elementAt(offset)?.getBoundingClientRect();
    return rect ? rect[side] - this.stage.root.getBoundingClientRect().top : 0;
  }
}

/** The margin beside one stretch of the text. Codings come in reading order. */
export function laneView(ruler: Ruler, { codings, window, columnOf, columns, active, handles }: Input): Lane {
  const brackets: Bracket[] = [];
  const wishes: Wish[] = [];
  for (const coding of codings) {
    const opens = coding.start >= window.start;
    const closes = coding.end <= window.end;
    const column = columnOf(coding);
    const top = opens || column !== null ? ruler.top(Math.max(coding.start, window.start)) : 0;
    if (column !== null) {
      const height = ruler.bottom(Math.min(coding.end, window.end)) - top;
      brackets.push({ coding, top, height, column, opens, closes });
    }
    if (opens) wishes.push({ id: coding.id, wanted: top });
  }
  wishes.sort((a, b) => a.wanted - b.wanted);
  return { codings, brackets, rows: rowsOf(codings, unfold(placeLabels(wishes, labelRoom), active)), columns, handles };
}

function rowsOf(codings: readonly Coding[], rows: readonly Row[]): LaneRow[] {
  const known = new Map(codings.map((coding) => [coding.id, coding]));
  return rows.flatMap(({ id, top, wanted, folded }) => {
    const coding = known.get(id);
    return coding
      ? [{ coding, top, drop: top - wanted, folded: folded.flatMap((other) => known.get(other) ?? []) }]
      : [];
  });
}
