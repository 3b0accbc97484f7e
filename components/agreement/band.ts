import type { Figure } from '@/lib/agreement';
import { reliable, tentative } from './summary';

/** Whose bands these are: named wherever one is shown. */
export const bandSource = 'Krippendorff (2019), by the lower end of the interval';

/**
 * Where an alpha stands by Krippendorff's customary marks: rely on data at .800 and above, draw tentative conclusions from
 * .667, neither below. The lower end of the interval is judged, not the value; without an interval nothing is.
 */
export function bandOf({ value, interval }: Figure): string {
  if (value === null || !interval) return 'not judged';
  if (interval.low >= reliable) return 'reliable';
  return interval.low >= tentative ? 'tentative' : 'below .667';
}
