import { because } from '../estimate';
import type { Estimate } from '../estimate';
import { codesIn, ordered, overlapping } from './continuum';
import type { Continuum, Marked } from './continuum';

/** The older unitizing alpha of one code: observed and expected disagreement, as shares of the squared continuum. */
export type OlderAlpha = { readonly alpha: Estimate; readonly observed: Estimate; readonly expected: Estimate };

export const olderAlphaCitation =
  'Krippendorff, K. (1995). Sociological Methodology 25, 47-76; (2004) Content Analysis, 2nd ed., ch. 11, which corrects a sign in the expected disagreement of 1995.';
export const olderAlphaLimits =
  'Kept for comparison with older studies. It grows with the square of lengths, so a few long passages decide it, and it punishes a passage that one coder split.';

/** Per code in order of appearance. */
export function olderAlphas(continuum: Continuum): ReadonlyMap<string, OlderAlpha> {
  return new Map(codesIn([continuum]).map((code) => [code, ofCode(continuum, code)]));
}

/** Over all codes: one minus the sum of their observed over the sum of their expected disagreements. */
export function olderAlphaOverall(perCode: ReadonlyMap<string, OlderAlpha>): Estimate {
  if (perCode.size === 0) return because('noUnits');
  let observed = 0;
  let expected = 0;
  for (const one of perCode.values()) {
    if (one.observed.value === null) return one.observed;
    if (one.expected.value === null) return one.expected;
    observed += one.observed.value;
    expected += one.expected.value;
  }
  return expected === 0 ? because('noVariation') : { value: 1 - observed / expected };
}

function ofCode({ length, coders }: Continuum, code: string): OlderAlpha {
  const units = coders.map((coder) => ordered(coder.units.filter((unit) => unit.code === code)));
  const undefinedFor = units.some(overlapping) ? 'overlappingUnits' : coders.length < 2 ? 'noPairableUnits' : null;
  if (undefinedFor)
    return { alpha: because(undefinedFor), observed: because(undefinedFor), expected: because(undefinedFor) };
  const observed = observedDisagreement(units, length);
  const expected = expectedDisagreement(units, length);
  const alpha = expected === 0 ? because('noVariation') : { value: 1 - observed / expected };
  return { alpha, observed: { value: observed }, expected: { value: expected } };
}

type Units = readonly (readonly Marked[])[];

/** Do = sum of squared differences over ordered pairs of coders, over m(m - 1)L². */
function observedDisagreement(units: Units, length: number): number {
  let sum = 0;
  units.forEach((own, one) => {
    units.forEach((others, other) => {
      if (other > one) sum += 2 * (matched(own, others) + alone(own, others) + alone(others, own));
    });
  });
  return sum / (units.length * (units.length - 1) * length ** 2);
}

/** Overlapping units differ by the squares of what their beginnings and ends lie apart. */
function matched(own: readonly Marked[], others: readonly Marked[]): number {
  return pairsThatOverlap(own, others).reduce(
    (sum, [one, other]) => sum + (one.start - other.start) ** 2 + (one.end - other.end) ** 2,
    0,
  );
}

/** A unit that lies wholly in the other coder's gap differs by its squared length. */
function alone(own: readonly Marked[], others: readonly Marked[]): number {
  const met = new Set(pairsThatOverlap(own, others).map(([one]) => one));
  return own.reduce((sum, unit) => sum + (met.has(unit) ? 0 : (unit.end - unit.start) ** 2), 0);
}

function pairsThatOverlap(own: readonly Marked[], others: readonly Marked[]): [Marked, Marked][] {
  const pairs: [Marked, Marked][] = [];
  let from = 0;
  for (const unit of own) {
    while ((others[from]?.end ?? Infinity) <= unit.start) from += 1;
    for (let next = from; (others[next]?.start ?? Infinity) < unit.end; next += 1) {
      const other = others[next];
      if (other) pairs.push([unit, other]);
    }
  }
  return pairs;
}

/** De in the form of 2004: every unit against every place of every unit and gap of all coders. */
function expectedDisagreement(units: Units, length: number): number {
  const all = units.flat();
  const fitting = gapSums(units.flatMap((own) => gapsOf(own, length)));
  const positions = units.length * length;
  let sum = 0;
  let itself = 0;
  for (const { start, end } of all) {
    const l = end - start;
    sum += ((all.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * fitting(l);
    itself += l * (l - 1);
  }
  const below = positions * (positions - 1) - itself;
  return below === 0 ? 0 : (2 / length) * (sum / below);
}

function gapsOf(units: readonly Marked[], length: number): number[] {
  const edges = [0, ...units.flatMap(({ start, end }) => [start, end]), length];
  return edges.flatMap((edge, index) =>
    index % 2 === 1 && edge > (edges[index - 1] ?? 0) ? [edge - (edges[index - 1] ?? 0)] : [],
  );
}

/** In how many places a unit of length l fits into the gaps: the sum of g - l + 1 over gaps g >= l. */
function gapSums(gaps: readonly number[]): (length: number) => number {
  const sorted = [...gaps].sort((one, other) => other - one);
  const sums = [0];
  for (const gap of sorted) sums.push((sums.at(-1) ?? 0) + gap);
  return (length) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? 0) >= length) low = middle + 1;
      else high = middle;
    }
    return (sums[low] ?? 0) - low * (length - 1);
  };
}
