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
  const rows = new Map<string, { units: number; cells: number[] }>();
  for (const { start, end, on } of sweep(length, layers)) {
    const cells = layers.map((_, coder) => (on.has(coder) ? 1 : 0));
    const key = cells.join('');
    const known = rows.get(key);
    if (known) known.units += end - start;
    else rows.set(key, { units: end - start, cells });
  }
  return [...rows.values()];
}

/** Sets of codes met so far, numbered in order of appearance. One catalogue serves all documents of a report. */
export class Catalogue {
  readonly sets: string[][] = [];
  readonly keys: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** The number of a set of codes. */
  number(codes: Iterable<string>): number {
    const sorted = [...codes].sort();
    const key = JSON.stringify(sorted);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.sets.length);
    this.keys.push(key);
    return this.sets.push(sorted) - 1;
  }

  /** The frame of tables over these sets. Make it when all documents were counted: their sets are categories too. */
  frame(coders: readonly string[]): Frame {
    return { categories: this.keys, scale: null, sets: this.sets, coders, identity: true };
  }
}

/**
 * The decisions of one document as sets: which of the codes each coder put on each unit. Rows wait for the catalogue to
 * be complete; `tableOf(catalogue.frame(coders), rows)` then counts them.
 */
export function setRows(axis: Pick<Axis, 'length'>, marks: ReadonlyMap<string, Marks>, catalogue: Catalogue): Row[] {
  const layers = [...marks.values()].flatMap((coder, index) => [...coder].map(([code, runs]) => ({ coder: index, code, runs })));
  const rows = new Map<string, { units: number; cells: number[] }>();
  for (const { start, end, on } of sweep(axis.length, layers.map(({ runs }) => runs))) {
    const cells = [...marks.keys()].map((_, coder) => catalogue.number(codesOn(layers, on, coder)));
    const key = cells.join();
    const known = rows.get(key);
    if (known) known.units += end - start;
    else rows.set(key, { units: end - start, cells });
  }
  return [...rows.values()];
}

function codesOn(layers: readonly { readonly coder: number; readonly code: string }[], on: ReadonlySet<number>, coder: number): string[] {
  return [...on].flatMap((layer) => (layers[layer]?.coder === coder ? [layers[layer].code] : []));
}
