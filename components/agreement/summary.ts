import type { Report } from '@/lib/agreement';
import type { Scope } from './scope';
import { listed } from '@/components/ui/listed';
import { counted, decimal, percent, unitWords } from './words';

/** Krippendorff's marks: rely on data above the second, conclude tentatively between them. */
export const tentative = 0.667;
export const reliable = 0.8;

/** A report as sentences that can be read aloud. Empty when no unit was decided on by two coders. */
export function summaryOf(report: Report, scope: Pick<Scope, 'coders'>): string[] {
  const { overall, choices } = report;
  if (overall.pairableUnits === 0) return [];
  const coders = countingCoders(report, scope).map(({ name }) => name);
  const many = coders.length > 2 ? `two or more of ${coders.length} coders (${listed(coders)})` : `two coders (${listed(coders)})`;
  const units = unitWords[choices.unit];
  const where = choices.unit === 'document' ? '' : ` of ${counted(overall.doubleCodedDocuments, ['document', 'documents'])}`;
  return [
    `On ${counted(overall.pairableUnits, units)}${where}, coded by ${many}, ${overallAlpha(report)}`,
    ...(overall.percent.value === null
      ? []
      : [`Two coders put exactly the same codes on a ${units[0]} ${percent(overall.percent.value)} of the time.`]),
    ...acrossCodes(report),
  ];
}

/** The coders who finished at least one of the documents. */
export function countingCoders(report: Report, { coders }: Pick<Scope, 'coders'>): Scope['coders'] {
  const counting = new Set(report.documents.flatMap(({ coderIds }) => coderIds));
  return coders.filter(({ id }) => counting.has(id));
}

function overallAlpha({ overall: { alpha } }: Report): string {
  if (alpha.value === null) return `Krippendorff’s alpha over all codes together is undefined. ${alpha.because ?? ''}`.trim();
  const interval = alpha.interval
    ? ` (95% interval ${decimal(alpha.interval.low)} to ${decimal(alpha.interval.high)})`
    : ', without an interval: there is too little to resample';
  return `Krippendorff’s alpha over all codes together, with MASI distance, is ${decimal(alpha.value)}${interval}.`;
}

function acrossCodes({ codes }: Report): string[] {
  const defined = codes.flatMap(({ name, alpha }) => (alpha.value === null ? [] : [{ name, value: alpha.value, low: alpha.interval?.low }]));
  if (defined.length === 0) return ['No single code has an alpha: every decision on each of them was the same.'];
  const sorted = defined.toSorted((one, other) => one.value - other.value);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const first =
    defined.length === 1
      ? `Of ${counted(codes.length, ['code', 'codes'])}, one has an alpha: “${least.name}”, ${decimal(least.value)}.`
      : `By code, alpha runs from ${decimal(least.value)} (“${least.name}”) to ${decimal(most.value)} (“${most.name}”).`;
  const over = (mark: number) => defined.filter(({ low }) => low !== undefined && low >= mark).length;
  const [firm, fair] = [over(reliable), over(tentative)];
  const judged = `The whole interval lies at or above .800 for ${firm} of ${counted(codes.length, ['code', 'codes'])}, and at or above .667 for ${fair}.`;
  return [first, judged];
}
