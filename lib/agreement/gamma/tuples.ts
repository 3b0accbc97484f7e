import type { Marked } from '../unitizing/continuum';
import { dissimilarity } from './dissimilarity';
import type { Weights } from './dissimilarity';

export type Placed = Marked & { readonly coder: number };

/** Units (by place in the list, ascending) that are taken for one and the same, at most one per coder, and what that costs. */
export type Tuple = { readonly members: readonly number[]; readonly cost: number };

/** More candidate tuples than this are not searched through, nor more than ten times as many looked at to find them. */
const mostTuples = 100_000;

/**
 * Every tuple that a best alignment can need, the single units included; null when there are too many. `units` are in
 * reading order. A tuple's cost is the mean over all pairs of coders, a pair with a missing unit at the full cost of one.
 * A tuple that gets no dearer by letting one of its units go on its own is dropped: such a tuple is never needed.
 */
export function candidateTuples(units: readonly Placed[], coders: number, weights: Weights): Tuple[] | null {
  const pairs = (coders * (coders - 1)) / 2;
  const near = neighbours(units, weights, (pairs + coders - 1) * weights.deltaEmpty);
  const growing: Growing = { units, near, weights, pairs, tuples: [], looked: 0 };
  return units.every((_, first) => grow(growing, [first])) ? growing.tuples : null;
}

type Growing = {
  readonly units: readonly Placed[];
  readonly near: readonly ReadonlyMap<number, number>[];
  readonly weights: Weights;
  readonly pairs: number;
  readonly tuples: Tuple[];
  looked: number;
};

/** For each unit the later units of other coders that could share a tuple with it, and how different they are. */
function neighbours(units: readonly Placed[], weights: Weights, limit: number): Map<number, number>[] {
  return units.map((one, index) => {
    const near = new Map<number, number>();
    units.forEach((other, place) => {
      if (place <= index || other.coder === one.coder) return;
      const cost = dissimilarity(one, other, weights);
      if (cost < limit) near.set(place, cost);
    });
    return near;
  });
}

/** Adds the tuple if it is needed, then everything that continues it with later units; false when that is too much. */
function grow(growing: Growing, members: readonly number[]): boolean {
  const { units, near, tuples } = growing;
  if (isNeeded(growing, members)) tuples.push({ members, cost: costOf(growing, members) });
  growing.looked += 1;
  if (tuples.length > mostTuples || growing.looked > 10 * mostTuples) return false;
  const last = members.at(-1) ?? 0;
  for (const next of near[last]?.keys() ?? []) {
    const fits = members.every((member) => near[member]?.has(next) && units[member]?.coder !== units[next]?.coder);
    if (fits && !grow(growing, [...members, next])) return false;
  }
  return true;
}

function isNeeded(growing: Growing, members: readonly number[]): boolean {
  if (members.length === 1) return true;
  const limit = (growing.pairs + members.length - 1) * growing.weights.deltaEmpty;
  return members.every(
    (member) =>
      members.reduce((sum, other) => sum + (other === member ? 0 : between(growing, member, other)), 0) < limit,
  );
}

function costOf(growing: Growing, members: readonly number[]): number {
  const { pairs, weights } = growing;
  const present = (members.length * (members.length - 1)) / 2;
  let sum = (pairs - present) * weights.deltaEmpty;
  members.forEach((one, index) => {
    for (const other of members.slice(index + 1)) sum += between(growing, one, other);
  });
  return sum / pairs;
}

function between({ near }: Growing, one: number, other: number): number {
  return near[Math.min(one, other)]?.get(Math.max(one, other)) ?? Infinity;
}
