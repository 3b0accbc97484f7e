import { because } from '../estimate';
import type { Estimate } from '../estimate';
import { explained } from '../explained';
import { agreeingPairs, linearisedError, momentsOf, pairAgreement, withInterval } from '../moments';
import type { Pattern, Table } from '../table';
import type { Coefficient } from './coefficient';
import { krippendorff2011 } from './published-tables';

/** Sums over pairable units, from which the pooled definitions are quotients. */
type Sums = { agreeing: number; possible: number; weighted: number; marks: number };

const limits =
  'It has no correction for chance: two coders who both say "no" nearly always agree nearly always, whatever they mean by "yes". Never read it alone.';

/**
 * Percent agreement as Gwet has it: the share of agreeing coder pairs of a unit, averaged over the units that two or more
 * coded. Every unit weighs the same, one with two coders as much as one with ten. This is the `pa` of Fleiss' kappa, AC1
 * and Brennan-Prediger. When codings are missing it differs from the two definitions below: on Krippendorff's table of
 * 2011 they are .818, .782 and .800, so a report names the one it means.
 */
export const percentAgreement: Coefficient = {
  name: 'percentAgreement',
  title: 'Percent agreement (mean over units)',
  citation: 'Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed., ch. 2.',
  limits,
  estimate(table: Table): Estimate {
    const { units, pairable, agreement } = momentsOf(table);
    if (pairable === 0) return because('noPairableUnits');
    const score = (pattern: Pattern) => (units / pairable) * pairAgreement(pattern);
    return withInterval(table, agreement, linearisedError(table.patterns, agreement, score));
  },
  explain(table) {
    const { pairable, agreement } = momentsOf(table);
    return explained('Percent agreement', 'S / N', [
      ['S', 'units’ shares of agreeing coder pairs, added up', agreement * pairable],
      ['N', 'units coded by two or more coders', pairable],
    ]);
  },
  examples: [{ source: 'Krippendorff (2011), sections C-D', codings: krippendorff2011, value: 0.818, digits: 3 }],
};

/** Agreeing coder pairs over all coder pairs: a unit with more coders weighs more, by its number of pairs. */
export const percentAgreementPooled: Coefficient = {
  name: 'percentAgreementPooled',
  title: 'Percent agreement (pooled pairs)',
  citation: 'Artstein, R. & Poesio, M. (2008). Computational Linguistics 34(4), 555-596, over all pairs of coders.',
  limits,
  estimate: (table) => quotient(table, ({ agreeing, possible }) => [agreeing, possible]),
  explain: (table) =>
    explained('Percent agreement, pooled', 'P / T', [
      ['P', 'agreeing pairs of coders, over all units', sumsOf(table).agreeing],
      ['T', 'all pairs of coders, over all units', sumsOf(table).possible],
    ]),
  examples: [{ source: 'Krippendorff (2011), sections C-D', codings: krippendorff2011, value: 0.782, digits: 3 }],
};

/** As alpha sees it: one minus observed disagreement, where a unit weighs by its number of codings. */
export const percentAgreementCoincidence: Coefficient = {
  name: 'percentAgreementCoincidence',
  title: 'Percent agreement (as alpha weights it)',
  citation: 'Krippendorff, K. (2011). Computing Krippendorff’s alpha-reliability.',
  limits,
  estimate: (table) => quotient(table, ({ weighted, marks }) => [weighted, marks]),
  explain: (table) =>
    explained('Percent agreement, by codings', 'A / n', [
      ['A', 'matching pairs within units, each unit weighted 1/(m - 1)', sumsOf(table).weighted],
      ['n', 'codings on units coded by two or more coders', sumsOf(table).marks],
    ]),
  examples: [{ source: 'Krippendorff (2011), sections C-D', codings: krippendorff2011, value: 0.8, digits: 3 }],
};

/** The share of units coded by every coder on which all of them agree. */
export const percentAgreementAll: Coefficient = {
  name: 'percentAgreementAll',
  title: 'Percent agreement (all coders alike)',
  citation: 'As function agree() of R package irr.',
  limits: `${limits} It falls as coders are added, because all of them have to agree.`,
  estimate(table) {
    const { complete, unanimous } = completeUnits(table);
    return complete === 0 ? because('noUnitCodedByAll') : { value: unanimous / complete };
  },
  explain: (table) =>
    explained('Units on which all coders agree', 'U / N', [
      ['U', 'units on which all coders agree', completeUnits(table).unanimous],
      ['N', 'units coded by every coder', completeUnits(table).complete],
    ]),
  examples: [{ source: 'Krippendorff (2011), sections C-D', codings: krippendorff2011, value: 0.625, digits: 3 }],
};

function quotient(table: Table, parts: (sums: Sums) => [number, number]): Estimate {
  const [above, below] = parts(sumsOf(table));
  return below === 0 ? because('noPairableUnits') : { value: above / below };
}

function sumsOf(table: Table): Sums {
  const sums: Sums = { agreeing: 0, possible: 0, weighted: 0, marks: 0 };
  for (const pattern of table.patterns) {
    if (pattern.marks < 2) continue;
    const agreeing = agreeingPairs(pattern) * pattern.units;
    sums.agreeing += agreeing / 2;
    sums.possible += (pattern.marks * (pattern.marks - 1) * pattern.units) / 2;
    sums.weighted += agreeing / (pattern.marks - 1);
    sums.marks += pattern.marks * pattern.units;
  }
  return sums;
}

function completeUnits(table: Table): { complete: number; unanimous: number } {
  const complete = table.patterns.filter((pattern) => pattern.marks >= 2 && pattern.marks === table.coders.length);
  const total = (patterns: readonly Pattern[]) => patterns.reduce((sum, pattern) => sum + pattern.units, 0);
  return { complete: total(complete), unanimous: total(complete.filter((pattern) => pattern.values.length === 1)) };
}
