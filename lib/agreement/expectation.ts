import { codingsOf, distanceToAll } from './coincidences';
import type { Distance } from './distances';

/** Expected disagreement of a replicate, from how often each group was drawn. */
export type Expectation = { readonly of: (times: Float64Array) => number; readonly linearised: boolean };

/** About as many steps as half a second allows; beyond that the expectation is linearised. */
const affordable = 3e8;
const typicalReplicates = 2000;

/**
 * Expected disagreement is a quadratic form: in the totals per category, or in the times each group was drawn. Whichever
 * costs less is taken. Where both cost too much, as with thousands of distinct sets of codes, it is taken to first order
 * around the observed weights; what that neglects shrinks with the number of groups, of which there are then many.
 */
export function expectation(
  totals: readonly (readonly number[])[],
  weights: readonly number[],
  distance: Distance,
): Expectation {
  const groups = totals.map(sparse);
  const entries = groups.reduce((sum, { categories }) => sum + categories.length, 0);
  const perCategory = usedCategories(groups).length ** 2 * (1 + typicalReplicates);
  const perGroup = entries ** 2 + groups.length ** 2 * typicalReplicates;
  const { byCategory, byGroup, toFirstOrder } = expectationWays;
  const exact = perCategory <= perGroup ? byCategory : byGroup;
  return (Math.min(perCategory, perGroup) > affordable ? toFirstOrder : exact)(totals, weights, distance);
}

type Way = typeof expectation;

/** The three ways by themselves, so that they can be held against each other. */
export const expectationWays: Readonly<Record<'byCategory' | 'byGroup' | 'toFirstOrder', Way>> = {
  byCategory: (totals, _weights, distance) => byCategories(totals.map(sparse), distance),
  byGroup: (totals, _weights, distance) => byGroups(totals.map(sparse), distance),
  toFirstOrder: (totals, weights, distance) => linearised(totals.map(sparse), weights, distance),
};

function usedCategories(groups: readonly Sparse[]): number[] {
  return [...new Set(groups.flatMap(({ categories }) => categories))];
}

type Sparse = { readonly categories: readonly number[]; readonly values: readonly number[] };

function sparse(totals: readonly number[]): Sparse {
  const categories = totals.flatMap((total, category) => (total > 0 ? [category] : []));
  return { categories, values: categories.map((category) => totals[category] ?? 0) };
}

function byCategories(groups: readonly Sparse[], distance: Distance): Expectation {
  const used = usedCategories(groups);
  const size = used.length;
  const place = new Map(used.map((category, index) => [category, index]));
  const far = Float64Array.from({ length: size * size }, (_, cell) =>
    distance(used[Math.floor(cell / size)] ?? 0, used[cell % size] ?? 0),
  );
  const totals = new Float64Array(groups.length * size);
  groups.forEach(({ categories, values }, group) => {
    categories.forEach((category, index) => {
      totals[group * size + (place.get(category) ?? 0)] = values[index] ?? 0;
    });
  });
  const drawn = new Float64Array(size);
  return { of: (times) => quadratic(addUp(totals, times, drawn), far), linearised: false };
}

/** The totals per category of what was drawn. */
function addUp(totals: Float64Array, times: Float64Array, drawn: Float64Array): Float64Array {
  drawn.fill(0);
  for (let group = 0, at = 0; group < times.length; group += 1) {
    const taken = times[group] as number;
    if (taken === 0) at += drawn.length;
    else
      for (let category = 0; category < drawn.length; category += 1, at += 1)
        (drawn[category] as number) += taken * (totals[at] as number);
  }
  return drawn;
}

function byGroups(groups: readonly Sparse[], distance: Distance): Expectation {
  const size = groups.length;
  const between = new Float64Array(size * size);
  groups.forEach((one, row) => {
    for (let column = row; column < size; column += 1) {
      const sum = crossSum(one, groups[column] ?? one, distance);
      between[row * size + column] = sum;
      between[column * size + row] = sum;
    }
  });
  return { of: (times) => quadratic(times, between), linearised: false };
}

/** Sum of distances between all codings of one group and all of another. */
function crossSum(one: Sparse, other: Sparse, distance: Distance): number {
  let sum = 0;
  one.categories.forEach((a, row) => {
    other.categories.forEach((b, column) => {
      sum += (one.values[row] ?? 0) * (other.values[column] ?? 0) * distance(a, b);
    });
  });
  return sum;
}

/** De(w) = De(w0) + 2 (w - w0)' B w0, where w0 are the observed weights and B the sums of distances between groups. */
function linearised(groups: readonly Sparse[], weights: readonly number[], distance: Distance): Expectation {
  const all: number[] = [];
  groups.forEach(({ categories, values }, group) => {
    categories.forEach((category, index) => {
      all[category] = (all[category] ?? 0) + (weights[group] ?? 0) * (values[index] ?? 0);
    });
  });
  const codings = codingsOf(Array.from(all, (total) => total ?? 0));
  const toAll = new Map(codings.used.map((category) => [category, distanceToAll(category, codings, distance)]));
  const slope = Float64Array.from(groups, ({ categories, values }) =>
    categories.reduce((sum, category, index) => sum + (values[index] ?? 0) * (toAll.get(category) ?? 0), 0),
  );
  const atObserved = slope.reduce((sum, each, group) => sum + each * (weights[group] ?? 0), 0);
  return {
    of: (times) => 2 * times.reduce((sum, taken, group) => sum + taken * (slope[group] ?? 0), 0) - atObserved,
    linearised: true,
  };
}

function quadratic(weights: Float64Array, form: Float64Array): number {
  let sum = 0;
  for (let row = 0, at = 0; row < weights.length; row += 1) {
    let line = 0;
    for (let column = 0; column < weights.length; column += 1, at += 1)
      line += (weights[column] as number) * (form[at] as number);
    sum += (weights[row] as number) * line;
  }
  return sum;
}
