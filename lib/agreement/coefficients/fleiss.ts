import { because } from '../estimate';
import type { Estimate } from '../estimate';
import { explained } from '../explained';
import { meanOver, momentsOf } from '../moments';
import type { Moments } from '../moments';
import type { Table } from '../table';
import type { Coefficient } from './coefficient';
import { gwetForm } from './gwet-form';
import type { Chance } from './gwet-form';
import { krippendorff2011 } from './published-tables';

/**
 * Fleiss' kappa: agreement of any number of coders beyond chance, all taken to share one habit.
 *
 * `pa` is the share of agreeing pairs of coders within a unit, averaged over the units that two or more coded. `pe` adds
 * up the squares of the categories' shares. With codings missing this is Gwet's version: each unit weighs the same,
 * however many coded it, and a unit coded once counts in the shares but not in `pa`. For two coders it is Scott's pi. On
 * complete data of N units and m coders, alpha = kappa + (1 - kappa) / (N m).
 */
export const fleissKappa: Coefficient = {
  name: 'fleissKappa',
  title: 'Fleiss’ kappa',
  citation:
    'Fleiss, J. L. (1971). Psychological Bulletin 76, 378-382; with missing codings Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed.',
  limits:
    'Falls on rare categories although coders agree nearly always. With codings missing it is another number than Krippendorff’s alpha and than the mean of Cohen’s kappa: do not compare across definitions.',
  estimate: (table) => gwetForm(table, chance),
  explain(table) {
    const moments = momentsOf(table);
    return explained('Fleiss’ kappa', '(pa - pe) / (1 - pe)', [
      ['pa', `mean share of agreeing coder pairs over ${moments.pairable} units`, moments.agreement],
      ['pe', 'agreement expected from the categories’ shares', expected(moments)],
    ]);
  },
  examples: [{ source: 'Gwet (2014), p. 120', codings: krippendorff2011, value: 0.76117, digits: 5 }],
};

/**
 * The standard error of Fleiss' kappa when coders agree by chance alone (Fleiss, Nee & Landis 1979). It serves to test
 * kappa = 0 and never as an interval. Complete data only; the 1971 paper's own variance is superseded.
 */
export function fleissNullError(table: Table): Estimate {
  const moments = momentsOf(table);
  const coders = table.coders.length;
  if (moments.pairable === 0) return because('noPairableUnits');
  if (table.patterns.some((pattern) => pattern.marks !== coders)) return because('incompleteData');
  const spread = moments.shares.reduce((sum, share) => sum + share * (1 - share), 0);
  if (spread < 1e-12) return because('noVariation');
  const skew = moments.shares.reduce((sum, share) => sum + share * (1 - share) * (1 - 2 * share), 0);
  const variance = (2 * (spread ** 2 - skew)) / (moments.units * coders * (coders - 1) * spread ** 2);
  return { value: Math.sqrt(variance) };
}

function expected({ shares }: Moments): number {
  return shares.reduce((sum, share) => sum + share ** 2, 0);
}

const chance: Chance = {
  overall: expected,
  ofUnit: (pattern, { shares }) => meanOver(pattern, (category) => shares[category] ?? 0),
};
