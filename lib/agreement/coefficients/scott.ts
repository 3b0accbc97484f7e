import { because, beyondChance } from '../estimate';
import { explained } from '../explained';
import type { Coefficient } from './coefficient';
import { crossTable, pooledShares } from './cross-table';
import type { CrossTable } from './cross-table';

/**
 * Scott's pi: agreement of two coders beyond chance, where both are taken to share one habit.
 *
 * `po` as for Cohen's kappa; `pe` adds up the squares of the mean of both coders' shares. Coders who differ in their
 * habits therefore lose by it, where kappa lets them off: pi <= kappa, with equality when both used each category
 * equally often. Krippendorff's alpha on the same two coders is pi + (1 - pi) / 2n.
 */
export const scottPi: Coefficient = {
  name: 'scottPi',
  title: 'Scott’s pi',
  citation: 'Scott, W. A. (1955). Public Opinion Quarterly 19, 321-325.',
  limits: 'Two coders only, and no correction for small samples: Krippendorff’s alpha is pi with that correction.',
  estimate(table) {
    if (table.coders.length !== 2) return because('notTwoCoders');
    if (!table.pairs) return because('noCoderIdentity');
    const cross = crossTable(table);
    return cross.n === 0 ? because('noPairableUnits') : beyondChance(cross.agreeing / cross.n, expected(cross));
  },
  explain(table) {
    const cross = crossTable(table);
    return explained('Scott’s pi', '(po - pe) / (1 - pe)', [
      ['po', `observed agreement: ${cross.agreeing} of ${cross.n} units`, cross.agreeing / cross.n],
      ['pe', 'agreement expected from the shares of both coders together', expected(cross)],
    ]);
  },
  examples: [
    {
      source: 'Artstein & Poesio (2008), Table 1',
      codings: {
        counts: [
          [20, 10],
          [20, 50],
        ],
      },
      value: 0.341,
      digits: 3,
    },
  ],
};

function expected(cross: CrossTable): number {
  return pooledShares(cross).reduce((sum, share) => sum + share ** 2, 0);
}
