import { because, beyondChance } from '../estimate';
import type { Estimate } from '../estimate';
import { explained } from '../explained';
import { normal975 } from '../student-t';
import { pairStride } from '../table';
import type { Coefficient } from './coefficient';
import { crossTable } from './cross-table';
import type { CrossTable } from './cross-table';
import { cohen1960, feinsteinLopsided } from './published-tables';

/**
 * Cohen's kappa: agreement of two coders beyond what their own habits would give by chance.
 *
 * `po` is the share of units on which they agree. `pe` is the share on which two people with these habits would agree if
 * they coded blindfold: for each category the product of the first coder's share and the second's, added up. Kappa is how
 * much of the way from `pe` to 1 they have come: 1 for full agreement, 0 for no better than chance, below 0 for worse.
 * Units that only one of them coded are left out (pairwise deletion). With a single category in use `pe` is 1 and kappa
 * is 0/0: undefined, neither 0 nor 1.
 */
export const cohenKappa: Coefficient = {
  name: 'cohenKappa',
  title: 'Cohen’s kappa',
  citation:
    'Cohen, J. (1960). Educational and Psychological Measurement 20, 37-46. Standard error: Fleiss, Cohen & Everitt (1969). Psychological Bulletin 72, 323-327.',
  limits:
    'Two coders only. On rare or very common categories it falls although coders agree nearly always, and coders who differ in their habits are credited for it. Below about 50 units prefer a bootstrap to its standard error.',
  estimate(table) {
    if (table.coders.length !== 2) return because('notTwoCoders');
    if (!table.pairs) return because('noCoderIdentity');
    const cross = crossTable(table);
    return cross.n === 0 ? because('noPairableUnits') : withError(cross);
  },
  explain(table) {
    const cross = crossTable(table);
    return explained('Cohen’s kappa', '(po - pe) / (1 - pe)', [
      ['po', `observed agreement: ${cross.agreeing} of ${cross.n} units`, cross.agreeing / cross.n],
      ['pe', 'agreement expected from each coder’s own shares', expected(cross)],
    ]);
  },
  examples: [
    { source: 'Cohen (1960), p. 45', codings: cohen1960, value: 0.492, digits: 3 },
    { source: 'Feinstein & Cicchetti (1990), lopsided table', codings: feinsteinLopsided, value: 0.32, digits: 2 },
  ],
};

function withError(cross: CrossTable): Estimate {
  const chance = expected(cross);
  const kappa = beyondChance(cross.agreeing / cross.n, chance);
  if (kappa.value === null) return kappa;
  const se = standardError(cross, kappa.value, chance);
  return { value: kappa.value, se, ci95: [kappa.value - normal975 * se, kappa.value + normal975 * se] };
}

function expected({ n, rows, columns }: CrossTable): number {
  return rows.reduce((sum, row, category) => sum + (row / n) * ((columns[category] ?? 0) / n), 0);
}

/** Fleiss, Cohen & Everitt (1969): var = (A + B - C) / (n (1 - pe)²), for a kappa that need not be zero. */
function standardError({ n, rows, columns, cells }: CrossTable, kappa: number, chance: number): number {
  let agreeing = 0;
  let differing = 0;
  for (const [key, units] of cells) {
    const first = Math.floor(key / pairStride);
    const second = key % pairStride;
    if (first === second) {
      const share = ((rows[first] ?? 0) + (columns[first] ?? 0)) / n;
      agreeing += (units / n) * (1 - share * (1 - kappa)) ** 2;
    } else {
      differing += (units / n) * (((columns[first] ?? 0) + (rows[second] ?? 0)) / n) ** 2;
    }
  }
  const centre = (kappa - chance * (1 - kappa)) ** 2;
  const spread = agreeing + (1 - kappa) ** 2 * differing - centre;
  return Math.sqrt(Math.max(0, spread) / n) / (1 - chance);
}
