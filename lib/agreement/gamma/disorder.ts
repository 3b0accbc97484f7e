import { because } from '../estimate';
import type { Estimate } from '../estimate';
import { ordered } from '../unitizing/continuum';
import type { Continuum } from '../unitizing/continuum';
import { cheapestAssignment } from './assignment';
import { dissimilarity } from './dissimilarity';
import type { Weights } from './dissimilarity';
import { cheapestPartition } from './partition';
import { candidateTuples } from './tuples';
import type { Placed } from './tuples';

/**
 * The disorder of the best alignment of the coders' units, per mean number of units per coder. Exact: with two coders an
 * assignment problem, with more a search over set partitions that gives up as `tooLarge` rather than guess.
 */
export function disorder({ coders }: Pick<Continuum, 'coders'>, weights: Weights): Estimate {
  if (coders.length < 2) return because('noPairableUnits');
  const units: Placed[] = ordered(
    coders.flatMap((coder, index) => coder.units.map((unit) => ({ ...unit, coder: index }))),
  );
  if (units.length === 0) return because('noUnits');
  let sum = 0;
  for (const group of linkedGroups(units, coders.length, weights)) {
    const cost = coders.length === 2 ? pairCost(group, weights) : tupleCost(group, coders.length, weights);
    if (cost === null) return because('tooLarge');
    sum += cost;
  }
  return { value: sum / (units.length / coders.length) };
}

/** Units so far apart that no tuple can need both fall into groups that are solved on their own. */
function linkedGroups(units: readonly Placed[], coders: number, weights: Weights): Placed[][] {
  const limit = ((coders * (coders - 1)) / 2 + coders - 1) * weights.deltaEmpty;
  const leader = units.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (leader[root] !== root) root = leader[root] ?? root;
    leader[index] = root;
    return root;
  };
  units.forEach((one, index) => {
    for (let next = index + 1; next < units.length; next += 1) {
      const other = units[next];
      if (other && other.coder !== one.coder && dissimilarity(one, other, weights) < limit)
        leader[find(next)] = find(index);
    }
  });
  const groups = new Map<number, Placed[]>();
  units.forEach((unit, index) => groups.set(find(index), [...(groups.get(find(index)) ?? []), unit]));
  return [...groups.values()];
}

/** Two coders: a unit pairs with one unit of the other coder or stays alone; a pair replaces two missing units. */
function pairCost(units: readonly Placed[], weights: Weights): number {
  const own = units.filter(({ coder }) => coder === 0);
  const others = units.filter(({ coder }) => coder === 1);
  const saving = own.map((one) => [
    ...others.map((other) => Math.min(0, dissimilarity(one, other, weights) - 2 * weights.deltaEmpty)),
    ...own.map(() => 0),
  ]);
  return units.length * weights.deltaEmpty + cheapestAssignment(saving);
}

function tupleCost(units: readonly Placed[], coders: number, weights: Weights): number | null {
  const tuples = candidateTuples(units, coders, weights);
  return tuples && cheapestPartition(tuples, units.length);
}
