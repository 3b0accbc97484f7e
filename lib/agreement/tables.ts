import type { Span } from '@/lib/text';
import type { Axis } from './axis';
import { sweep } from './sweep';
import { tableOf } from './table';
import type { Frame, Row, Table } from './table';

/** What one finished coder marked in one document: runs per code, for the codes that were marked at all. */
export type Marks = ReadonlyMap<string, readonly Span[]>;

/**
 * The yes/no table of one code in one document: category 0 is no, category 1 is yes, and every coder in `marks` decided
 * on every unit. Units that no coder touches are the rest of the axis and cost nothing.
 */
export function codeTable(axis: Pick<Axis, 'length'>, code: string, marks: ReadonlyMap<string, Marks>): Table {
  const layers = [...marks.values()].map((coder) => coder.get(code) ?? []);
  return tableOf(yesNo([...marks.keys()]), decisions(axis.length, layers));
}

function yesNo(coders: readonly string[]): Frame {
  return { categories: ['no', 'yes'], scale: [0, 1], sets: null, coders, identity: true };
}

/** One row per distinct set of coders who said yes. */
function decisions(length: number, layers: readonly (readonly Span[])[]): Row[] {
  const rows = new RowTally(layers.length);
  for (const { start, end, on, switched } of sweep(length, layers)) {
    for (const coder of switched) rows.current[coder] = on.has(coder) ? 1 : 0;
    rows.add(end - start);
  }
  return rows.all();
}

/** Adds up how many units were coded in the current way; every coder begins with category 0. */
class RowTally {
  readonly current: number[];
  private readonly rows = new Map<string, { units: number; readonly cells: readonly number[] }>();

  constructor(coders: number) {
    this.current = new Array<number>(coders).fill(0);
  }

  add(units: number): void {
    const key = this.current.join();
    const known = this.rows.get(key);
    if (known) known.units += units;
    else this.rows.set(key, { units, cells: [...this.current] });
  }

  all(): Row[] {
    return [...this.rows.values()];
  }
}

/** Sets of codes met so far, numbered in order of appearance; number 0 is the empty set. One serves a whole report. */
export class Catalogue {
  readonly sets: string[][] = [[]];
  readonly keys: string[] = [''];
  private readonly numbers = new Map<string, number>([['', 0]]);
  private readonly codes = new Map<string, number>();

  /** The number of a set of codes. */
  number(set: ReadonlySet<string>): number {
    if (set.size === 0) return 0;
    const key = [...set]
      .map((code) => this.codeNumber(code))
      .sort((one, other) => one - other)
      .join();
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.sets.length);
    this.keys.push(key);
    return this.sets.push([...set]) - 1;
  }

  /** The frame of tables over these sets. Make it when all documents were counted: their sets are categories too. */
  frame(coders: readonly string[]): Frame {
    return { categories: this.keys, scale: null, sets: this.sets, coders, identity: true };
  }

  private codeNumber(code: string): number {
    const known = this.codes.get(code);
    if (known !== undefined) return known;
    this.codes.set(code, this.codes.size);
    return this.codes.size - 1;
  }
}

/**
 * The decisions of one document as sets: which of the codes each coder put on each unit. Rows wait for the catalogue to
 * be complete; `tableOf(catalogue.frame(coders), rows)` then counts them.
 */
export function setRows(axis: Pick<Axis, 'length'>, marks: ReadonlyMap<string, Marks>, catalogue: Catalogue): Row[] {
  const layers = [...marks.values()].flatMap((coder, index) =>
    [...coder].map(([code, runs]) => ({ coder: index, code, runs })),
  );
  const held = [...marks.keys()].map(() => new Set<string>());
  const rows = new RowTally(held.length);
  for (const { start, end, on, switched } of sweep(
    axis.length,
    layers.map(({ runs }) => runs),
  )) {
    for (const layer of switched) hold(held, layers[layer], on.has(layer));
    for (const coder of new Set(switched.map((layer) => layers[layer]?.coder ?? 0))) {
      rows.current[coder] = catalogue.number(held[coder] ?? new Set());
    }
    rows.add(end - start);
  }
  return rows.all();
}

function hold(
  held: readonly Set<string>[],
  layer: { readonly coder: number; readonly code: string } | undefined,
  on: boolean,
): void {
  if (!layer) return;
  if (on) held[layer.coder]?.add(layer.code);
  else held[layer.coder]?.delete(layer.code);
}
