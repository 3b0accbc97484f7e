import { because, beyondChance } from '../estimate';
import type { Estimate } from '../estimate';
import { explained } from '../explained';
import { momentsOf } from '../moments';
import type { Table } from '../table';
import type { Coefficient } from './coefficient';
import { cohen1960 } from './published-tables';

/**
 * Conger's kappa: agreement of any number of coders beyond chance, each with a habit of their own. It is to Fleiss' kappa
 * what Cohen's kappa is to Scott's pi, and for two coders it is Cohen's kappa wherever both coded every unit.
 *
 * With codings missing each coder's shares are taken over what that coder did code, and `pa` over units that two or more
 * coded. A coder without any coding has no shares, which leaves the whole undefined.
 */
export const congerKappa: Coefficient = {
  name: 'congerKappa',
  title: 'Conger’s kappa (exact multi-rater kappa)',
  citation: 'Conger, A. J. (1980). Psychological Bulletin 88, 322-328.',
  limits: 'Needs to know which coder gave which value, and every coder must have coded something.',
  estimate(table): Estimate {
    if (!table.margins) return because('noCoderIdentity');
    const { pairable, agreement } = momentsOf(table);
    if (pairable === 0) return because('noPairableUnits');
    const shares = coderShares(table.margins);
    return shares ? beyondChance(agreement, expected(shares)) : because('coderWithoutCodings');
  },
  explain(table) {
    const { pairable, agreement } = momentsOf(table);
    return explained('Conger’s kappa', '(pa - pe) / (1 - pe)', [
      ['pa', `mean share of agreeing coder pairs over ${pairable} units`, agreement],
      ['pe', 'agreement expected from each coder’s own shares', expected(coderShares(table.margins ?? []) ?? [])],
    ]);
  },
  examples: [
    { source: 'Cohen (1960), p. 45: with two coders it is Cohen’s kappa', codings: cohen1960, value: 0.492, digits: 3 },
  ],
};

/** Each coder's share of each category, over what that coder coded; null when somebody coded nothing. */
function coderShares(margins: NonNullable<Table['margins']>): number[][] | null {
  const totals = margins.map((margin) => margin.reduce((sum, units) => sum + units, 0));
  if (totals.some((total) => total === 0)) return null;
  return margins.map((margin, coder) => margin.map((units) => units / (totals[coder] ?? 1)));
}

/** pe = sum over categories of mean² - s²/C, the mean over coder pairs of the product of their shares. */
function expected(shares: readonly (readonly number[])[]): number {
  const coders = shares.length;
  let sum = 0;
  for (let category = 0; category < (shares[0]?.length ?? 0); category += 1) {
    const given = shares.map((coder) => coder[category] ?? 0);
    const mean = given.reduce((total, share) => total + share, 0) / coders;
    const variance = given.reduce((total, share) => total + (share - mean) ** 2, 0) / (coders - 1);
    sum += mean ** 2 - variance / coders;
  }
  return sum;
}
