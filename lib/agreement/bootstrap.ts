import { observedSum } from './coincidences';
import type { Distance, Metric } from './distances';
import { expectation } from './expectation';
import type { Expectation } from './expectation';
import { pairableValues } from './moments';
import { binomial, generator, randomFrom } from '@/lib/chance';
import type { Interval } from './report-shape';
import type { Pattern, Table } from './table';

export type Resampling = { readonly seed: number; readonly replicates: number };

/** Below this many double-coded documents their resamples say little, and units are resampled instead. */
export const enoughDocuments = 8;

/**
 * The 95% percentile interval of alpha. Documents are drawn with replacement and all their units with them, because the
 * sentences of a document are not independent; with too few documents pairable units are drawn. Expected disagreement
 * changes with every replicate. Works from sums per document, so that no replicate looks at a unit again. Null when fewer
 * than half of the replicates have a value.
 */
export function resampleAlpha(documents: readonly Table[], metric: Metric, resampling: Resampling): Interval | null {
  const paired = documents.filter((table) => unitsIn(table.patterns) > 0);
  const method = paired.length >= enoughDocuments ? 'documents' : 'units';
  const tables = method === 'documents' ? paired : paired.flatMap(unitsOf);
  const weights = method === 'documents' ? tables.map(() => 1) : tables.map(({ patterns }) => unitsIn(patterns));
  const groups = groupsOf(tables, metric, weights);
  return groups && resample(groups, method, resampling);
}

/** One table per pattern: drawing units is drawing patterns in proportion to their units. */
function unitsOf(table: Table): Table[] {
  return table.patterns.filter(({ marks }) => marks >= 2).map((pattern) => ({ ...table, patterns: [pattern] }));
}

function unitsIn(patterns: readonly Pattern[]): number {
  return patterns.reduce((sum, pattern) => sum + (pattern.marks < 2 ? 0 : pattern.units), 0);
}

/** What is drawn: documents, or units in groups of like ones. Sums are those of a single one of a group. */
type Groups = {
  /** How many of each there are, which is how often each is drawn on average. */
  readonly weights: readonly number[];
  readonly drawn: number;
  readonly n: Float64Array;
  readonly observed: Float64Array;
  readonly expected: Expectation;
};

function groupsOf(tables: readonly Table[], metric: Metric, weights: readonly number[]): Groups | null {
  const [first] = tables;
  const drawn = weights.reduce((sum, weight) => sum + weight, 0);
  if (!first || drawn < 2) return null;
  const totals = tables.map(pairableValues);
  const distance = metric(first, added(totals));
  if (typeof distance === 'string') return null;
  const single = totals.map((values, index) => values.map((value) => value / (weights[index] ?? 1)));
  return {
    weights,
    drawn,
    n: Float64Array.from(single, (values) => values.reduce((sum, value) => sum + value, 0)),
    observed: observedIn(tables, distance, weights),
    expected: expectation(single, weights, distance),
  };
}

function observedIn(tables: readonly Table[], distance: Distance, weights: readonly number[]): Float64Array {
  return Float64Array.from(tables, (table, index) => observedSum(table, distance) / (weights[index] ?? 1));
}

function added(totals: readonly (readonly number[])[]): number[] {
  const sums: number[] = [];
  for (const values of totals)
    values.forEach((value, category) => {
      sums[category] = (sums[category] ?? 0) + value;
    });
  return sums;
}

/** Writes how often each group was drawn in a replicate. */
type Draw = (into: Float64Array, replicate: number) => void;

function resample(groups: Groups, method: Interval['method'], resampling: Resampling): Interval | null {
  const { seed, replicates } = resampling;
  const draw =
    groups.drawn === groups.weights.length ? evenDraws(groups, resampling) : proportionalDraws(groups, resampling);
  const times = new Float64Array(groups.weights.length);
  const values: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    draw(times, replicate);
    const value = alphaOf(groups, times);
    if (value !== null) values.push(value);
  }
  if (values.length === 0 || values.length * 2 < replicates) return null;
  values.sort((one, other) => one - other);
  return {
    low: quantile(values, 0.025),
    high: quantile(values, 0.975),
    method,
    resampled: groups.drawn,
    replicates,
    undefinedReplicates: replicates - values.length,
    linearised: groups.expected.linearised,
    seed,
    generator,
  };
}

/** Every group stands for one document or one unit: how often each was drawn when as many were drawn as there are. */
function evenDraws({ drawn }: Groups, { seed, replicates }: Resampling): Draw {
  const times = sharedDraws(drawn, seed, replicates);
  return (into, replicate) => into.set(times.subarray(replicate * drawn, (replicate + 1) * drawn));
}

/** All codes of a report draw the same documents, so the last draws are kept rather than drawn once per code. */
let lastDraws = { drawn: 0, seed: 0, replicates: 0, times: new Uint16Array(0) };

function sharedDraws(drawn: number, seed: number, replicates: number): Uint16Array {
  if (lastDraws.drawn === drawn && lastDraws.seed === seed && lastDraws.replicates === replicates)
    return lastDraws.times;
  const random = randomFrom(seed);
  const times = new Uint16Array(drawn * replicates);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    for (let draw = 0; draw < drawn; draw += 1)
      (times[replicate * drawn + Math.floor(random() * drawn)] as number) += 1;
  }
  lastDraws = { drawn, seed, replicates, times };
  return times;
}

/** Groups of many units each: a multinomial draw, as a chain of binomial ones. */
function proportionalDraws({ weights, drawn }: Groups, { seed }: Resampling): Draw {
  const random = randomFrom(seed);
  return (into) => {
    let left = drawn;
    let weightLeft = drawn;
    weights.forEach((weight, index) => {
      const taken = weight >= weightLeft ? left : binomial(random, left, weight / weightLeft);
      into[index] = taken;
      left -= taken;
      weightLeft -= weight;
    });
  };
}

function alphaOf({ n, observed, expected }: Groups, times: Float64Array): number | null {
  let codings = 0;
  let disagreeing = 0;
  for (let group = 0; group < times.length; group += 1) {
    const taken = times[group] as number;
    codings += taken * (n[group] as number);
    disagreeing += taken * (observed[group] as number);
  }
  const chance = expected.of(times);
  return chance <= 1e-9 ? null : 1 - ((codings - 1) * disagreeing) / chance;
}

/** The value below which `share` of the sorted values lie, with linear interpolation between neighbours. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (place - Math.floor(place)) * (above - below);
}
