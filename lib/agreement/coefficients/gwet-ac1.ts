import { because } from '../estimate';
import { explained } from '../explained';
import { meanOver, momentsOf } from '../moments';
import type { Moments } from '../moments';
import type { Coefficient } from './coefficient';
import { gwetForm } from './gwet-form';
import type { Chance } from './gwet-form';
import { cohen1960, krippendorff2011 } from './published-tables';

/**
 * Gwet's AC1: agreement beyond chance, where only coders who hesitate agree by chance.
 *
 * Gwet takes it that on some units a coder guesses, each category being equally likely, and that how lopsided the shares
 * are tells how rarely that happens. So `pe` is largest, 1/q, when all categories are equally common, and falls towards 0
 * as one of them prevails, just where kappa's `pe` rises towards 1. That is why AC1 stays high on rare codes. q counts
 * the categories of the codebook, used or not.
 */
export const gwetAC1: Coefficient = {
  name: 'gwetAC1',
  title: 'Gwet’s AC1',
  citation: 'Gwet, K. L. (2008). British Journal of Mathematical and Statistical Psychology 61, 29-48.',
  limits:
    'Stays high on rare categories, where it explains a low alpha but does not replace it; it grows as categories that nobody uses are added to the codebook.',
  estimate: (table) => (table.categories.length < 2 ? because('noVariation') : gwetForm(table, chance)),
  explain(table) {
    const moments = momentsOf(table);
    return explained('Gwet’s AC1', '(pa - pe) / (1 - pe)', [
      ['pa', `mean share of agreeing coder pairs over ${moments.pairable} units`, moments.agreement],
      ['pe', `agreement expected by chance over ${moments.shares.length} categories`, chance.overall(moments)],
    ]);
  },
  examples: [
    { source: 'Gwet (2014), p. 120', codings: krippendorff2011, value: 0.77544, digits: 5 },
    { source: 'Cohen (1960), p. 45', codings: cohen1960, value: 0.57597, digits: 5 },
  ],
};

/** q is the number of categories in the codebook, used or not. */
const chance: Chance = {
  overall: ({ shares }: Moments) => shares.reduce((sum, share) => sum + share * (1 - share), 0) / (shares.length - 1),
  ofUnit: (pattern, { shares }) => meanOver(pattern, (category) => 1 - (shares[category] ?? 0)) / (shares.length - 1),
};
