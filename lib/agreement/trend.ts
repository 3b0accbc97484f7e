import { resampleAlpha } from './bootstrap';
import { alphaMasi, alphaNominal, percentAgreement } from './coefficients';
import { nominal } from './distances';
import { figureOf } from './figure';
import { gather, partFor, partOfSets } from './gather';
import { countsOf } from './report';
import type { Choices, Counts, Figure, ReportInput } from './report-shape';
import { masi } from './set-distances';
import { countCode, countSets } from './tables';

/** How far coders agreed in one round: what a trend is drawn from. */
export type TrendPoint = Counts & {
  readonly coders: number;
  readonly alpha: Figure;
  readonly percent: Figure;
  readonly codes: readonly {
    readonly codeId: string;
    readonly name: string;
    readonly positives: number;
    readonly alpha: Figure;
  }[];
};

/** The few numbers of a report that are followed from round to round, without its pairs and documents. */
export function trendPoint(input: ReportInput, choices: Choices): TrendPoint {
  const { documents, coderIds, codes } = gather(input, choices);
  const { documents: tables, total } = countSets(coderIds, documents.map(partOfSets));
  return {
    ...countsOf(tables, total),
    coders: new Set(tables.flatMap((table) => table.coders)).size,
    alpha: figureOf(alphaMasi, total, resampleAlpha(tables, masi, choices)),
    percent: figureOf(percentAgreement, total),
    codes: codes.map(({ id, name }) => {
      const counted = countCode(
        coderIds,
        documents.map((one) => partFor(one, id)),
        id,
      );
      const positives = (counted.total.margins ?? []).reduce((sum, margin) => sum + (margin[1] ?? 0), 0);
      const alpha = figureOf(alphaNominal, counted.total, resampleAlpha(counted.documents, nominal, choices));
      return { codeId: id, name, positives, alpha };
    }),
  };
}
