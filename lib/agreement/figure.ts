import type { Coefficient } from './coefficients';
import { sentenceFor } from './reasons';
import type { Explanation, Figure, Interval } from './report-shape';
import type { Table } from './table';

/** A coefficient on a table as a page shows it: the value or the reason, its interval, and the formula filled in. */
export function figureOf(coefficient: Coefficient, table: Table, interval: Interval | null = null): Figure {
  const estimate = coefficient.estimate(table);
  if (estimate.value !== null) {
    const { value, se, ci95 } = estimate;
    const analytic = se === undefined || !ci95 ? null : { se, ci95 };
    return { value, reason: null, because: null, interval, analytic, explain: coefficient.explain(table) };
  }
  const { reason } = estimate;
  return {
    value: null,
    reason,
    because: sentenceFor(reason),
    interval: null,
    analytic: null,
    explain: unexplained(coefficient),
  };
}

/** Where there is no value there is no formula to fill in; the reason stands in its place. */
function unexplained(coefficient: Coefficient): Explanation {
  return { title: coefficient.title, formula: '', filled: '', counts: [] };
}
