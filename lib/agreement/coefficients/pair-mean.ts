import { because } from '../estimate';
import type { Estimate } from '../estimate';
import { explained } from '../explained';
import { allPairs, pairTable } from '../pair-table';
import type { Table } from '../table';
import type { Coefficient } from './coefficient';
import { cohenKappa } from './cohen';
import { krippendorff2011 } from './published-tables';
import { scottPi } from './scott';

const limits =
  'Pairs that share few units weigh as much as pairs that share many, and pairs without a value are left out.';

/**
 * Light's kappa: Cohen's kappa of every pair of coders, averaged over the pairs that have one. A pair is compared on the
 * units both coded. It has a reason only when no pair has a value: they share no unit, or never used a second category.
 */
export const lightKappa: Coefficient = {
  name: 'cohenKappa.mean',
  title: 'Light’s kappa (mean of Cohen over pairs)',
  citation: 'Light, R. J. (1971). Psychological Bulletin 76, 365-377.',
  limits,
  estimate: (table) => meanOverPairs(table, cohenKappa),
  explain: (table) => explainMean(table, cohenKappa),
  examples: [{ source: 'Krippendorff (2011), sections C-D', codings: krippendorff2011, value: 0.7002, digits: 4 }],
};

/** Scott's pi of every pair of coders, averaged over the pairs that have one. */
export const scottPiMean: Coefficient = {
  name: 'scottPi.mean',
  title: 'Mean of Scott’s pi over pairs',
  citation: 'Scott, W. A. (1955). Public Opinion Quarterly 19, 321-325, averaged over pairs.',
  limits,
  estimate: (table) => meanOverPairs(table, scottPi),
  explain: (table) => explainMean(table, scottPi),
  examples: [{ source: 'Krippendorff (2011), sections C-D', codings: krippendorff2011, value: 0.6924, digits: 4 }],
};

function meanOverPairs(table: Table, coefficient: Coefficient): Estimate {
  if (!table.pairs) return because('noCoderIdentity');
  const values = valuesOf(table, coefficient);
  if (values.length > 0) return { value: values.reduce((sum, value) => sum + value, 0) / values.length };
  return because(table.pairs.some((pair) => pair.cells.size > 0) ? 'noVariation' : 'noPairableUnits');
}

function valuesOf(table: Table, coefficient: Coefficient): number[] {
  return allPairs(table).flatMap((pair) => coefficient.estimate(pairTable(table, pair)).value ?? []);
}

function explainMean(table: Table, coefficient: Coefficient) {
  const values = valuesOf(table, coefficient);
  return explained(`Mean of ${coefficient.title} over pairs`, 'S / p', [
    ['S', 'the pairs’ values, added up', values.reduce((sum, value) => sum + value, 0)],
    ['p', 'pairs of coders with a value', values.length],
  ]);
}
