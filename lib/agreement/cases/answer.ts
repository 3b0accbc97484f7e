import type { Estimate } from '../estimate';
import type { Reason } from '../reasons';

export type Measure = number | null | readonly [number, number];
export type PairAnswer = { readonly a: string; readonly b: string; readonly [measure: string]: Measure | string };

/** What the command prints for one file: keyed as the reference cases key `expected`, `expectedPairs` and so on. */
export type Answer = {
  readonly measures: Readonly<Record<string, unknown>>;
  readonly pairs: readonly PairAnswer[];
  readonly spanMatching: readonly PairAnswer[];
  readonly reasons: Readonly<Record<string, Reason>>;
};

/** Collects measures under their keys, and under the same keys the reasons of those that are undefined. */
export function ledger(prefix = '') {
  const measures: Record<string, Measure> = {};
  const reasons: Record<string, Reason> = {};
  return {
    measures,
    reasons,
    count(name: string, value: number): void {
      measures[name] = value;
    },
    /** A value with its error and interval where it has them; an undefined one leaves null and its reason alone. */
    estimate(name: string, estimate: Estimate, withError = true): void {
      measures[name] = estimate.value;
      if (estimate.value === null) {
        reasons[prefix + name] = estimate.reason;
        return;
      }
      if (!withError || estimate.se === undefined || !estimate.ci95) return;
      measures[`${name}.se`] = estimate.se;
      measures[`${name}.ci95`] = estimate.ci95;
    },
  };
}
