import { because, beyondChance } from '../estimate';
import type { Estimate } from '../estimate';
import { linearisedError, momentsOf, pairAgreement, withInterval } from '../moments';
import type { Moments } from '../moments';
import type { Pattern, Table } from '../table';

/** What tells Fleiss' kappa, AC1 and Brennan-Prediger apart: the agreement they expect by chance. */
export type Chance = {
  /** Expected agreement over all units. */
  readonly overall: (moments: Moments) => number;
  /** The same for one unit; its mean over units moves with `overall`, which is what the variance needs. */
  readonly ofUnit: (pattern: Pattern, moments: Moments) => number;
};

/**
 * `(pa - pe) / (1 - pe)` for any number of coders with codings missing, with Gwet's linearised standard error (Gwet 2008,
 * 2014; units taken as drawn from an unlimited number).
 *
 * Each unit gets a score: what the coefficient would move by if that unit weighed a little more. One part is the unit's
 * own agreement against `pe`, scaled up by n / n2 because only n2 of the n units can agree; the other is how far the
 * unit pulls `pe` itself, counted twice because `pe` is quadratic in the shares. The spread of the scores is the error.
 */
export function gwetForm(table: Table, chance: Chance): Estimate {
  const moments = momentsOf(table);
  if (moments.pairable === 0) return because('noPairableUnits');
  const expected = chance.overall(moments);
  const estimate = beyondChance(moments.agreement, expected);
  if (estimate.value === null) return estimate;
  const { value } = estimate;
  const weight = moments.units / moments.pairable;
  const score = (pattern: Pattern) => {
    const seen = pattern.marks < 2 ? 0 : weight * (pairAgreement(pattern) - expected);
    return (seen - 2 * (1 - value) * (chance.ofUnit(pattern, moments) - expected)) / (1 - expected);
  };
  return withInterval(table, value, linearisedError(table.patterns, value, score));
}
