import { disagreement } from '../coincidences';
import type { Disagreement } from '../coincidences';
import { interval, nominal, ordinal, ratio } from '../distances';
import type { Metric } from '../distances';
import { because } from '../estimate';
import type { Estimate } from '../estimate';
import { explained } from '../explained';
import { pairableValues, withInterval } from '../moments';
import type { Reason } from '../reasons';
import type { Table } from '../table';
import type { Coefficient } from './coefficient';
import { alphaError } from './krippendorff-error';
import { krippendorff1980, krippendorff2011 } from './published-tables';

const citation =
  'Krippendorff, K. (2011). Computing Krippendorff’s alpha-reliability; (2019) Content Analysis, 4th ed., ch. 12. Standard error of the nominal form: Gwet (2014).';
const limits =
  'Noise on a code that was seen a few times only: read the interval and the number of positives. A unit coded once drops out entirely.';

/**
 * Krippendorff's alpha for categories without order: one minus observed over expected disagreement.
 *
 * Observed disagreement looks at all pairs of codings within a unit, each unit weighted 1/(m - 1) so that it counts by
 * its codings m, not by its pairs. Expected disagreement looks at all pairs of those same codings regardless of their
 * unit: what one would get by shuffling them. Pairs are drawn without replacement, hence n - 1, which is alpha's
 * correction for small samples. Any number of coders, codings may be missing; a unit coded once has no pair and drops
 * out. 1 is full agreement, 0 what shuffling gives, below 0 systematic disagreement; without variation it is 0/0.
 */
export const alphaNominal: Coefficient = {
  name: 'krippendorffAlpha.nominal',
  title: 'Krippendorff’s alpha (nominal)',
  citation,
  limits,
  estimate(table) {
    const alpha = alphaWith(table, nominal);
    return alpha.value === null ? alpha : withInterval(table, alpha.value, alphaError(table));
  },
  explain(table) {
    const totals = pairableValues(table);
    const { n, observed } = disagreement(table, totals, nominal());
    return explained('Krippendorff’s alpha', '1 - (n - 1) · (n - A) / (n · n - C)', [
      ['n', 'codings on units coded by two or more coders', n],
      ['A', 'matching pairs within units, each unit weighted 1/(m - 1)', n - observed],
      [
        'C',
        `squares of the codings per category, added up (${totals.join('² + ')}²)`,
        totals.reduce((sum, total) => sum + total ** 2, 0),
      ],
    ]);
  },
  examples: [
    { source: 'Krippendorff (2011), sections C-D', codings: krippendorff2011, value: 0.743, digits: 3 },
    { source: 'Krippendorff (1980), p. 139', codings: krippendorff1980, value: 0.642, digits: 3 },
  ],
};

export const alphaOrdinal = alphaFor('ordinal', ordinal, [
  { source: 'Krippendorff (2011), sections C-D', codings: krippendorff2011, value: 0.815, digits: 3 },
]);
export const alphaInterval = alphaFor('interval', interval, [
  { source: 'Krippendorff (2011), sections C-D', codings: krippendorff2011, value: 0.849, digits: 3 },
  { source: 'Krippendorff (1980), p. 139', codings: krippendorff1980, value: 0.547, digits: 3 },
]);
export const alphaRatio = alphaFor('ratio', ratio, [
  { source: 'Krippendorff (2011), sections C-D', codings: krippendorff2011, value: 0.797, digits: 3 },
]);

/** Alpha with any distance between categories; the distances named above and those of sets are all made from it. */
export function alphaWith(table: Table, metric: Metric): Estimate {
  const sums = sumsOf(table, metric);
  return typeof sums === 'string' ? because(sums) : alphaFrom(sums);
}

/** Alpha from its two sums; with n = 0 nothing was comparable, and without expected disagreement it is 0/0. */
export function alphaFrom({ n, observed, expected }: Disagreement): Estimate {
  if (n === 0) return because('noPairableUnits');
  return expected === 0 ? because('noVariation') : { value: 1 - ((n - 1) * observed) / expected };
}

/** The coefficient record of alpha with a metric: title, formula and all. */
export function alphaFor(name: string, metric: Metric, examples: Coefficient['examples']): Coefficient {
  return {
    name: `krippendorffAlpha.${name}`,
    title: `Krippendorff’s alpha (${name})`,
    citation,
    limits,
    estimate: (table) => alphaWith(table, metric),
    explain: (table) => explainAlpha(table, name, metric),
    examples,
  };
}

function explainAlpha(table: Table, name: string, metric: Metric) {
  const known = sumsOf(table, metric);
  const sums = typeof known === 'string' ? { n: 0, observed: 0, expected: 0 } : known;
  return explained(`Krippendorff’s alpha (${name})`, '1 - (n - 1) · O / E', [
    ['n', 'codings on units coded by two or more coders', sums.n],
    ['O', 'distances of pairs of codings within units, each unit weighted 1/(m - 1)', sums.observed],
    ['E', 'distances of all pairs of those codings, whatever their unit', sums.expected],
  ]);
}

/** A table's sums are asked for twice, by the estimate and by its explanation; with many sets they are dear. */
const sumsBefore = new WeakMap<Table, Map<Metric, Disagreement | Reason>>();

function sumsOf(table: Table, metric: Metric): Disagreement | Reason {
  const known = sumsBefore.get(table) ?? new Map<Metric, Disagreement | Reason>();
  sumsBefore.set(table, known);
  const before = known.get(metric);
  if (before) return before;
  const totals = pairableValues(table);
  const distance = metric(table, totals);
  const sums = typeof distance === 'string' ? distance : disagreement(table, totals, distance);
  known.set(metric, sums);
  return sums;
}
