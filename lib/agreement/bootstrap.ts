import { observedSum } from './coincidences';
import type { Distance, Metric } from './distances';
import { pairableValues } from './moments';
import { binomial, generator, randomFrom } from './random';
import type { Random } from './random';
import type { Interval } from './report-shape';
import type { Pattern, Table } from './table';

export type Resampling = { readonly seed: number; readonly replicates: number };

/** Below this many double-coded documents their resamples say little, and units are resampled instead. */
export const enoughDocuments = 8;

/**
 * The 95% percentile interval of alpha. Documents are drawn with replacement and all their units with them, because the
 * sentences of a document are not independent; with too few documents pairable units are drawn. Expected disagreement is
 * computed anew in every replicate. Works from sums per document, so that no replicate looks at a unit again. Null when
 * fewer than half of the replicates have a value.
 */
export function resampleAlpha(documents: readonly Table[], metric: Metric, resampling: Resampling): Interval | null {
  const paired = documents.filter((table) => table.patterns.some((pattern) => pattern.marks >= 2));
  const byDocument = paired.length >= enoughDocuments;
  const tables = byDocument ? paired : paired.flatMap(unitsOf);
  const interval = resample(tables, metric, { ...resampling, drawn: byDocument ? paired.length : totalUnits(tables) });
  return interval && { ...interval, method: byDocument ? 'documents' : 'units' };
}

/** One table per pattern: drawing units is drawing patterns in proportion to their units. */
function unitsOf(table: Table): Table[] {
  return table.patterns.filter(({ marks }) => marks >= 2).map((pattern) => ({ ...table, patterns: [pattern] }));
}

function totalUnits(tables: readonly Table[]): number {
  return tables.reduce((sum, table) => sum + unitsIn(table.patterns), 0);
}

function unitsIn(patterns: readonly Pattern[]): number {
  return patterns.reduce((sum, pattern) => sum + (pattern.marks < 2 ? 0 : pattern.units), 0);
}

type Drawing = Resampling & { readonly drawn: number };

/** A group is what is drawn together: a document, or all units of one pattern, of which any number may be drawn. */
type Group = { readonly chance: number; readonly n: number; readonly observed: number; readonly totals: readonly number[] };

function resample(tables: readonly Table[], metric: Metric, { drawn, replicates, seed }: Drawing): Omit<Interval, 'method'> | null {
  const first = tables[0];
  if (!first || drawn < 2) return null;
  const totals = tables.map(pairableValues);
  const distance = metric(first, sumOf(totals));
  if (typeof distance === 'string') return null;
  const whole = tables.length === drawn;
  const groups = tables.map((table, index) => groupOf(table, totals[index] ?? [], { distance, drawn, whole }));
  const expected = expectation(groups, distance);
  const random = randomFrom(seed);
  const values: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const value = alphaOf(groups, drawTimes(random, groups, drawn), expected);
    if (value !== null) values.push(value);
  }
  if (values.length * 2 < replicates || values.length === 0) return null;
  values.sort((one, other) => one - other);
  const undefinedReplicates = replicates - values.length;
  return { low: quantile(values, 0.025), high: quantile(values, 0.975), resampled: drawn, replicates, undefinedReplicates, seed, generator };
}

type Whole = { readonly distance: Distance; readonly drawn: number; readonly whole: boolean };

/** When units are drawn a group stands for one of its units: its sums are divided by how many it has. */
function groupOf(table: Table, totals: readonly number[], { distance, drawn, whole }: Whole): Group {
  const units = whole ? 1 : unitsIn(table.patterns);
  const perUnit = totals.map((total) => total / units);
  return {
    chance: units / drawn,
    n: perUnit.reduce((sum, total) => sum + total, 0),
    observed: observedSum(table, distance) / units,
    totals: perUnit,
  };
}

/** How often each group is drawn: a multinomial draw, as a chain of binomial ones. */
function drawTimes(random: Random, groups: readonly Group[], drawn: number): Float64Array {
  const times = new Float64Array(groups.length);
  let left = drawn;
  let chance = 1;
  groups.forEach((group, index) => {
    const last = index === groups.length - 1;
    const taken = last ? left : binomial(random, left, Math.min(1, group.chance / chance));
    times[index] = taken;
    left -= taken;
    chance -= group.chance;
  });
  return times;
}

function alphaOf(groups: readonly Group[], times: Float64Array, expected: (times: Float64Array) => number): number | null {
  let n = 0;
  let observed = 0;
  groups.forEach((group, index) => {
    n += (times[index] ?? 0) * group.n;
    observed += (times[index] ?? 0) * group.observed;
  });
  const chance = expected(times);
  return chance <= 1e-9 ? null : 1 - ((n - 1) * observed) / chance;
}

/**
 * Expected disagreement of a replicate is a quadratic form, in the totals per category or in the times each group was
 * drawn. Whichever has fewer terms is taken: many documents with two categories, or few documents with many sets.
 */
function expectation(groups: readonly Group[], distance: Distance): (times: Float64Array) => number {
  const used = sumOf(groups.map((group) => group.totals)).flatMap((total, category) => (total > 0 ? [category] : []));
  return used.length <= groups.length ? byCategory(groups, used, distance) : byGroup(groups, distance);
}

function byCategory(groups: readonly Group[], used: readonly number[], distance: Distance) {
  const far = used.map((one) => used.map((other) => distance(one, other)));
  const totals = groups.map((group) => used.map((category) => group.totals[category] ?? 0));
  return (times: Float64Array) => {
    const drawn = used.map(() => 0);
    totals.forEach((group, index) => {
      const taken = times[index] ?? 0;
      if (taken > 0) group.forEach((total, category) => { drawn[category] = (drawn[category] ?? 0) + taken * total; });
    });
    return quadratic(drawn, far);
  };
}

function byGroup(groups: readonly Group[], distance: Distance) {
  const between = groups.map((one) => groups.map((other) => crossSum(one.totals, other.totals, distance)));
  return (times: Float64Array) => quadratic(times, between);
}

/** Sum of distances between all codings of one group and all of another. */
function crossSum(one: readonly number[], other: readonly number[], distance: Distance): number {
  const here = one.flatMap((total, category) => (total > 0 ? [category] : []));
  const there = other.flatMap((total, category) => (total > 0 ? [category] : []));
  return here.reduce((sum, a) => there.reduce((inner, b) => inner + (one[a] ?? 0) * (other[b] ?? 0) * distance(a, b), sum), 0);
}

function quadratic(weights: ArrayLike<number>, form: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let one = 0; one < weights.length; one += 1) {
    const weight = weights[one] ?? 0;
    const line = form[one];
    if (weight === 0 || !line) continue;
    for (let other = 0; other < weights.length; other += 1) sum += weight * (weights[other] ?? 0) * (line[other] ?? 0);
  }
  return sum;
}

function sumOf(totals: readonly (readonly number[])[]): number[] {
  const width = totals.reduce((widest, line) => Math.max(widest, line.length), 0);
  return Array.from({ length: width }, (_, category) => totals.reduce((sum, line) => sum + (line[category] ?? 0), 0));
}

/** The value below which `share` of the sorted values lie, with linear interpolation between neighbours. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (place - Math.floor(place)) * (above - below);
}

