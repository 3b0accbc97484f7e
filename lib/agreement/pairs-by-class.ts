import { pairStride } from './table';
import type { Pattern } from './table';
import type { Stretch } from './stretches';

/** Which class each coder of a document is of (-1: none), and the kinds that a pair of coders of two classes counts for. */
export type Classes = {
  readonly ofCoder: readonly number[];
  readonly kindsOfPair: readonly (readonly (readonly number[])[])[];
};

/**
 * The decisions of every pair of coders in one document, per kind of pair, as patterns of two codings. Works from how many
 * coders of a class gave which category, so that it costs by classes, not by pairs of coders.
 */
export function pairsIn(stretches: Iterable<Stretch>, classes: Classes, kinds: number): Pattern[][] {
  const sums = Array.from({ length: kinds }, () => new Map<number, number>());
  const sizes = classes.kindsOfPair.map((_, index) => classes.ofCoder.filter((own) => own === index).length);
  for (const stretch of stretches) addStretch(sums, given(stretch, classes, sizes), { classes, units: stretch.units });
  return sums.map((cells) => [...cells].filter(([, units]) => units > 0).map(([key, units]) => patternOf(key, units)));
}

/** Per class: how many of its coders gave each category. */
type Given = readonly ReadonlyMap<number, number>[];

function given({ who, what }: Stretch, classes: Classes, sizes: readonly number[]): Given {
  const tallies = sizes.map((size) => new Map([[0, size]]));
  who.forEach((coder, index) => {
    const tally = tallies[classes.ofCoder[coder] ?? -1];
    if (!tally) return;
    const category = what[index] as number;
    tally.set(0, (tally.get(0) ?? 0) - 1);
    tally.set(category, (tally.get(category) ?? 0) + 1);
  });
  return tallies;
}

type Scope = { readonly classes: Classes; readonly units: number };

function addStretch(sums: readonly Map<number, number>[], tallies: Given, { classes, units }: Scope): void {
  tallies.forEach((one, first) => {
    for (let second = first; second < tallies.length; second += 1) {
      const kinds = classes.kindsOfPair[first]?.[second] ?? [];
      if (kinds.length === 0) continue;
      const pairs = first === second ? pairsWithin(one) : pairsAcross(one, tallies[second] ?? new Map());
      for (const [key, count] of pairs) for (const kind of kinds) add(sums[kind], key, count * units);
    }
  });
}

function pairsWithin(tally: ReadonlyMap<number, number>): [number, number][] {
  const given = [...tally];
  return given.flatMap(([category, count], index): [number, number][] => [
    [keyOf(category, category), (count * (count - 1)) / 2],
    ...given.slice(index + 1).map(([other, more]): [number, number] => [keyOf(category, other), count * more]),
  ]);
}

function pairsAcross(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): [number, number][] {
  return [...one].flatMap(([a, count]) => [...other].map(([b, more]): [number, number] => [keyOf(a, b), count * more]));
}

/** Who of a pair said what does not matter to a pattern. */
function keyOf(one: number, other: number): number {
  return Math.min(one, other) * pairStride + Math.max(one, other);
}

function add(sums: Map<number, number> | undefined, key: number, units: number): void {
  if (units > 0) sums?.set(key, (sums.get(key) ?? 0) + units);
}

function patternOf(key: number, units: number): Pattern {
  const [low, high] = [Math.floor(key / pairStride), key % pairStride];
  return low === high
    ? { units, marks: 2, values: [low], counts: [2] }
    : { units, marks: 2, values: [low, high], counts: [1, 1] };
}
