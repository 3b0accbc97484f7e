import type { Reason } from './reasons';

/**
 * What a coefficient answers: a value, or the reason there is none. Where its author gives a standard error, `se` and the
 * 95% interval `ci95` come with the value; where the error cannot be computed (a single unit) they are simply absent.
 */
export type Estimate = Value | Undefined;
export type Value = { readonly value: number; readonly se?: number; readonly ci95?: readonly [number, number] };
export type Undefined = { readonly value: null; readonly reason: Reason };

/** An answer with no value, and why. */
export function because(reason: Reason): Undefined {
  return { value: null, reason };
}

/**
 * `(observed - expected) / (1 - expected)`, the form of every chance-corrected agreement: how much of the agreement that
 * chance leaves open was reached. When chance leaves nothing open it is 0/0, `noVariation`; other programs answer 1, 0 or
 * NaN there.
 */
export function beyondChance(observed: number, expected: number): Estimate {
  return isZero(1 - expected) ? because('noVariation') : { value: (observed - expected) / (1 - expected) };
}

/** True for what is zero but for rounding. Shares are sums of at most some millions of terms, far above 1e-12. */
export function isZero(share: number): boolean {
  return Math.abs(share) < 1e-12;
}
