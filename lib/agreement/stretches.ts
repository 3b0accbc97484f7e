import type { Span } from '@/lib/text';
import type { Axis } from './axis';
import type { Catalogue } from './catalogue';
import { sweep } from './sweep';

/** What one finished coder marked in one document: runs per code, for the codes that were marked at all. */
export type Marks = ReadonlyMap<string, readonly Span[]>;

/** One document as it is counted: its units in a row, and what each coder who decided on all of them marked. */
export type Part = { readonly axis: Pick<Axis, 'length'>; readonly marks: ReadonlyMap<string, Marks> };

/**
 * Units in a row on which nobody's decision changes. Category 0 ("no", or no code at all) is what everybody gives who is
 * not named: `who` are places in the order of the part's coders, rising, and `what` their categories, all above 0. Both
 * lists are reused from stretch to stretch.
 */
export type Stretch = { units: number; readonly who: readonly number[]; readonly what: readonly number[] };

/** Yes or no to one code: category 1 is yes. Units that no coder touches cost nothing. */
export function* codeStretches({ axis, marks }: Part, code: string): Generator<Stretch> {
  const layers = [...marks.values()].map((coder) => coder.get(code) ?? []);
  const who: number[] = [];
  const what: number[] = [];
  for (const { start, end, on } of sweep(axis.length, layers)) {
    who.length = 0;
    what.length = 0;
    if (on.size > 0) who.push(...[...on].sort(rising));
    for (let coder = 0; coder < who.length; coder += 1) what.push(1);
    yield { units: end - start, who, what };
  }
}

/** Which of the codes each coder put on a unit: categories are the catalogue's numbers of sets, 0 the empty one. */
export function* setStretches({ axis, marks }: Part, catalogue: Catalogue): Generator<Stretch> {
  const layers = [...marks.values()].flatMap((coder, place) =>
    [...coder].map(([code, runs]) => ({ place, code, runs })),
  );
  const held = [...marks.keys()].map(() => new Set<string>());
  const numbers = new Array<number>(held.length).fill(0);
  const who: number[] = [];
  const what: number[] = [];
  for (const { start, end, on, switched } of sweep(
    axis.length,
    layers.map(({ runs }) => runs),
  )) {
    for (const layer of switched) hold(held, layers[layer], on.has(layer));
    for (const layer of switched) renumber(numbers, layers[layer]?.place ?? 0, { held, catalogue });
    who.length = 0;
    what.length = 0;
    numbers.forEach((category, place) => {
      if (category > 0) who.push(place);
      if (category > 0) what.push(category);
    });
    yield { units: end - start, who, what };
  }
}

function rising(one: number, other: number): number {
  return one - other;
}

type Layer = { readonly place: number; readonly code: string };

function hold(held: readonly Set<string>[], layer: Layer | undefined, on: boolean): void {
  if (!layer) return;
  if (on) held[layer.place]?.add(layer.code);
  else held[layer.place]?.delete(layer.code);
}

type Held = { readonly held: readonly ReadonlySet<string>[]; readonly catalogue: Catalogue };

function renumber(numbers: number[], place: number, { held, catalogue }: Held): void {
  numbers[place] = catalogue.number(held[place] ?? new Set());
}
