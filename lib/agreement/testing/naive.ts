/**
 * The coefficients once more, as slowly and plainly as their definitions read, from a list of units with one value per
 * coder ('' for none). Shares nothing with the engine, so that the two can be held against each other. Null is "undefined".
 */
export type Matrix = readonly (readonly string[])[];
type Distance = (one: string, other: string) => number;

const nominal: Distance = (one, other) => (one === other ? 0 : 1);

export function alpha(units: Matrix, distance = nominal): number | null {
  const pairable = units.map(given).filter((unit) => unit.length > 1);
  const all = pairable.flat();
  const observed = sum(pairable.map((unit) => sum(pairs(unit).map(([a, b]) => distance(a, b))) / (unit.length - 1)));
  const expected = sum(pairs(all).map(([a, b]) => distance(a, b)));
  return expected === 0 ? null : 1 - ((all.length - 1) * observed) / expected;
}

export function ordinal(units: Matrix, order: readonly string[]): Distance {
  const counts = order.map(
    (category) =>
      units
        .map(given)
        .filter((unit) => unit.length > 1)
        .flat()
        .filter((value) => value === category).length,
  );
  return (one, other) => {
    const [low, high] = [order.indexOf(one), order.indexOf(other)].sort((a, b) => a - b) as [number, number];
    return (sum(counts.slice(low, high + 1)) - ((counts[low] ?? 0) + (counts[high] ?? 0)) / 2) ** 2;
  };
}

export const interval: Distance = (one, other) => (Number(one) - Number(other)) ** 2;

export function ratio(one: string, other: string): number {
  const together = Number(one) + Number(other);
  return together === 0 ? 0 : ((Number(one) - Number(other)) / together) ** 2;
}

/** The share of agreeing pairs of coders, averaged over units. */
export function percent(units: Matrix): number | null {
  const shares = units
    .map(given)
    .filter((unit) => unit.length > 1)
    .map(agreeing);
  return shares.length === 0 ? null : sum(shares) / shares.length;
}

export function percentPooled(units: Matrix): number | null {
  const all = units.flatMap((unit) => pairs(given(unit)));
  return all.length === 0 ? null : all.filter(([a, b]) => a === b).length / all.length;
}

export function percentAll(units: Matrix): number | null {
  const complete = units.filter((unit) => unit.length > 1 && !unit.includes(''));
  return complete.length === 0 ? null : complete.filter((unit) => new Set(unit).size === 1).length / complete.length;
}

/** (po - pe) / (1 - pe), with po averaged over pairable units and shares over all units with any coding (Gwet). */
function gwet(
  units: Matrix,
  chance: (shares: readonly number[], q: number) => number,
  categories: readonly string[],
): number | null {
  const coded = units.map(given).filter((unit) => unit.length > 0);
  const observed = percent(units);
  const shares = categories.map(
    (category) =>
      sum(coded.map((unit) => unit.filter((value) => value === category).length / unit.length)) / coded.length,
  );
  const expected = chance(shares, categories.length);
  return observed === null || !(Math.abs(1 - expected) > 1e-12) ? null : (observed - expected) / (1 - expected);
}

export const fleiss = (units: Matrix, categories: readonly string[]) =>
  gwet(units, (shares) => sum(shares.map((share) => share ** 2)), categories);
export const ac1 = (units: Matrix, categories: readonly string[]) =>
  categories.length < 2
    ? null
    : gwet(units, (shares, q) => sum(shares.map((share) => share * (1 - share))) / (q - 1), categories);
export const brennan = (units: Matrix, categories: readonly string[]) => gwet(units, (_, q) => 1 / q, categories);

export function cohen(units: Matrix): number | null {
  return ofTwo(units, (both) => (category) => share(both, 0, category) * share(both, 1, category));
}

export function scott(units: Matrix): number | null {
  return ofTwo(units, (both) => (category) => ((share(both, 0, category) + share(both, 1, category)) / 2) ** 2);
}

function ofTwo(units: Matrix, chance: (both: Matrix) => (category: string) => number): number | null {
  const both = units.filter(([a, b]) => a !== '' && b !== '');
  if (both.length === 0) return null;
  const observed = both.filter(([a, b]) => a === b).length / both.length;
  const expected = sum([...new Set(both.flat())].map(chance(both)));
  return Math.abs(1 - expected) < 1e-12 ? null : (observed - expected) / (1 - expected);
}

function share(units: Matrix, coder: number, category: string): number {
  return units.filter((unit) => unit[coder] === category).length / units.length;
}

/** The mean over pairs of coders that have a value. */
export function meanOfPairs(units: Matrix, coders: number, coefficient: (two: Matrix) => number | null): number | null {
  const values = pairsOf(coders).flatMap(([a, b]) => coefficient(columns(units, a, b)) ?? []);
  return values.length === 0 ? null : sum(values) / values.length;
}

export function columns(units: Matrix, a: number, b: number): Matrix {
  return units.map((unit) => [unit[a] ?? '', unit[b] ?? '']);
}

export function pairsOf(count: number): [number, number][] {
  return Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a - 1 }, (_step, step): [number, number] => [a, a + 1 + step]),
  ).flat();
}

function agreeing(unit: readonly string[]): number {
  const all = pairs(unit);
  return all.filter(([a, b]) => a === b).length / all.length;
}

/** All ordered pairs of two different members. */
function pairs(values: readonly string[]): [string, string][] {
  return values.flatMap((one, a) => values.flatMap((other, b): [string, string][] => (a === b ? [] : [[one, other]])));
}

function given(unit: readonly string[]): string[] {
  return unit.filter((value) => value !== '');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
