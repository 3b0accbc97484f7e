import type { Tuple } from './tuples';

/** More open states than this at one unit, and the search gives up. */
const mostStates = 50_000;

/**
 * The lowest total cost of tuples that cover each of `count` units exactly once; exact, or null when too many states
 * stay open. Units are decided in reading order, so that a state is just which later units are already taken; states
 * whose lower bound exceeds a known solution are dropped.
 */
export function cheapestPartition(tuples: readonly Tuple[], count: number): number | null {
  const starting = tuplesByFirst(tuples, count);
  const remaining = lowerBounds(tuples, count);
  const best = greedyCost(tuples, count);
  let states = new Map<string, State>([['', { taken: [], cost: 0 }]]);
  for (let unit = 0; unit < count; unit += 1) {
    const next = new Map<string, State>();
    for (const state of states.values()) {
      if (state.taken[0] === unit) keep(next, { taken: state.taken.slice(1), cost: state.cost });
      else for (const tuple of starting[unit] ?? []) extend(next, state, tuple);
    }
    for (const [key, { taken, cost }] of next) {
      const open =
        (remaining[unit + 1] ?? 0) -
        taken.reduce((sum, later) => sum + ((remaining[later] ?? 0) - (remaining[later + 1] ?? 0)), 0);
      if (cost + open > best + 1e-9) next.delete(key);
    }
    if (next.size > mostStates) return null;
    states = next;
  }
  return Math.min(best, ...[...states.values()].map(({ cost }) => cost));
}

/** Later units that are taken already, in order, and what was paid so far. */
type State = { readonly taken: readonly number[]; readonly cost: number };

function keep(states: Map<string, State>, state: State): void {
  const key = state.taken.join();
  const known = states.get(key);
  if (!known || state.cost < known.cost) states.set(key, state);
}

function extend(states: Map<string, State>, state: State, tuple: Tuple): void {
  const later = tuple.members.slice(1);
  if (later.some((member) => state.taken.includes(member))) return;
  const taken = [...state.taken, ...later].sort((one, other) => one - other);
  keep(states, { taken, cost: state.cost + tuple.cost });
}

function tuplesByFirst(tuples: readonly Tuple[], count: number): Tuple[][] {
  const starting: Tuple[][] = Array.from({ length: count }, () => []);
  for (const tuple of tuples) starting[tuple.members[0] ?? 0]?.push(tuple);
  return starting;
}

/**
 * For each unit what it and all later ones must cost at least. A price per unit that no tuple can undercut is a bound
 * (linear programming duality): begin with the lowest share of any tuple, then raise prices while slack is left.
 */
function lowerBounds(tuples: readonly Tuple[], count: number): number[] {
  const containing: Tuple[][] = Array.from({ length: count }, () => []);
  for (const tuple of tuples) for (const member of tuple.members) containing[member]?.push(tuple);
  const prices = containing.map((own) => Math.min(...own.map(({ cost, members }) => cost / members.length)));
  const slack = ({ cost, members }: Tuple) => cost - members.reduce((sum, member) => sum + (prices[member] ?? 0), 0);
  containing.forEach((own, unit) => {
    prices[unit] = (prices[unit] ?? 0) + Math.max(0, Math.min(...own.map(slack)));
  });
  const remaining = new Array<number>(count + 1).fill(0);
  for (let unit = count - 1; unit >= 0; unit -= 1) remaining[unit] = (remaining[unit + 1] ?? 0) + (prices[unit] ?? 0);
  return remaining;
}

/** A solution to beat: the tuples that save most against leaving their units alone, one after the other. */
function greedyCost(tuples: readonly Tuple[], count: number): number {
  const single = tuples.find(({ members }) => members.length === 1)?.cost ?? 0;
  const saving = ({ cost, members }: Tuple) => members.length * single - cost;
  const taken = new Set<number>();
  let cost = 0;
  for (const tuple of [...tuples].sort((one, other) => saving(other) - saving(one))) {
    if (tuple.members.some((member) => taken.has(member))) continue;
    tuple.members.forEach((member) => taken.add(member));
    cost += tuple.cost;
    if (taken.size === count) break;
  }
  return cost;
}
