import { quantile } from './bootstrap';
import { disagreement } from './coincidences';
import { nominal } from './distances';
import { pairableValues } from './moments';
import { binomial, randomFrom } from '@/lib/chance';
import type { Table } from './table';

/** An interval of nominal alpha by Krippendorff's own bootstrap, and how likely alpha lies below his two marks. */
export type CoincidenceInterval = {
  readonly low: number;
  readonly high: number;
  readonly drawsPerReplicate: number;
  readonly below667: number;
  readonly below800: number;
};

/**
 * Krippendorff's bootstrap (2006, revised 2013), as the SPSS, SAS and Stata macros do it, for comparison with them.
 * Coincidences are drawn as if they were independent and expected disagreement is held fixed, which makes it **too
 * narrow with three or more coders**: report the interval of `resampleAlpha` instead. Null where alpha has no value.
 */
export function coincidenceBootstrap(
  table: Table,
  { seed, replicates }: { seed: number; replicates: number },
): CoincidenceInterval | null {
  const totals = pairableValues(table);
  const { n, observed, expected } = disagreement(table, totals, nominal());
  if (expected === 0) return null;
  const cells = coincidences(table);
  const draws = Math.min(25 * cells.filled, Math.floor((n * (table.coders.length - 1)) / 2));
  if (draws < 1) return null;
  const random = randomFrom(seed);
  const alphas = Array.from({ length: replicates }, () => {
    const disagreeing = binomial(random, draws, observed / n);
    return Math.max(-1, 1 - (disagreeing / draws) * ((n * (n - 1)) / expected));
  }).sort((one, other) => one - other);
  clearCertain(alphas, replicates * cells.diagonal.reduce((sum, share) => sum + share ** draws, 0));
  return {
    low: quantile(alphas, 0.025),
    high: quantile(alphas, 0.975),
    drawsPerReplicate: draws,
    below667: alphas.filter((alpha) => alpha < 0.667).length / replicates,
    below800: alphas.filter((alpha) => alpha < 0.8).length / replicates,
  };
}

/** Replicates at 1 that came from drawing a single category are without variation: that many are set to 0. */
function clearCertain(alphas: number[], expectedCount: number): void {
  let left = Math.round(expectedCount);
  for (let index = alphas.length - 1; index >= 0 && left > 0 && alphas[index] === 1; index -= 1, left -= 1)
    alphas[index] = 0;
  alphas.sort((one, other) => one - other);
}

/** The number of distinct pairs of categories that met in a unit (both orders), and the share of each matching pair. */
function coincidences(table: Table): { filled: number; diagonal: number[] } {
  const met = new Map<string, number>();
  let n = 0;
  for (const { units, marks, values, counts } of table.patterns) {
    if (marks < 2) continue;
    n += units * marks;
    values.forEach((one, first) => {
      values.forEach((other, second) => {
        const pairs = (counts[first] ?? 0) * ((counts[second] ?? 0) - (first === second ? 1 : 0));
        if (pairs > 0) met.set(`${one},${other}`, (met.get(`${one},${other}`) ?? 0) + (units * pairs) / (marks - 1));
      });
    });
  }
  const diagonal = table.categories.map((_, category) => (met.get(`${category},${category}`) ?? 0) / n);
  return { filled: met.size, diagonal };
}
