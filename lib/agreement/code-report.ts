import { resampleAlpha } from './bootstrap';
import {
  alphaNominal,
  cohenKappa,
  gwetAC1,
  negativeAgreement,
  percentAgreement,
  positiveAgreement,
} from './coefficients';
import { nominal } from './distances';
import { figureOf } from './figure';
import { partFor } from './gather';
import type { Gathering } from './gather';
import { momentsOf } from './moments';
import { pairTable, tableOfTwo, twoByTwo } from './pair-table';
import type { Choices, CodeReport, Figure, PairFigure, ReportCode } from './report-shape';
import type { PairCounts, Table } from './table';
import { countCode } from './tables';
import { codeWarnings } from './warnings';

/** Agreement on one code: its yes/no decisions pooled over all chosen documents. */
export function codeReport(gathering: Gathering, code: ReportCode, choices: Choices): CodeReport {
  const parts = gathering.documents.map((gathered) => partFor(gathered, code.id));
  const { documents: tables, total } = countCode(gathering.coderIds, parts, code.id);
  const { units, pairable } = momentsOf(total);
  const figures = {
    percent: figureOf(percentAgreement, total),
    alpha: figureOf(alphaNominal, total, resampleAlpha(tables, nominal, choices)),
    ac1: figureOf(gwetAC1, total),
    positiveAgreement: figureOf(positiveAgreement, total),
    negativeAgreement: figureOf(negativeAgreement, total),
  };
  const [negatives, positives] = decisions(total);
  const counts = { units, pairableUnits: pairable, positives, decisions: positives + negatives };
  return {
    codeId: code.id,
    name: code.name,
    ...counts,
    documents: tables.filter(({ coders }) => coders.length >= 1).length,
    doubleCodedDocuments: tables.filter(({ coders }) => coders.length >= 2).length,
    prevalence: counts.decisions === 0 ? null : positives / counts.decisions,
    differing: differingUnits(total),
    ...figures,
    pairs: (total.pairs ?? []).map((pair) => pairCounts(total, pair)),
    warnings: codeWarnings(code, { ...figures, positives }),
  };
}

/** Units that were coded in more than one way. */
export function differingUnits({ patterns }: Table): number {
  return patterns.reduce((sum, { units, values }) => sum + (values.length > 1 ? units : 0), 0);
}

/** All decisions "no" and all decisions "yes", whoever made them, on units that one coder decided on as well. */
function decisions(table: Table): [number, number] {
  const given = [0, 0] as [number, number];
  for (const margin of table.margins ?? []) {
    given[0] += margin[0] ?? 0;
    given[1] += margin[1] ?? 0;
  }
  return given;
}

function pairCounts(total: Table, pair: PairCounts): PairFigure {
  const counts = twoByTwo(pair);
  return {
    a: total.coders[pair.a] ?? '',
    b: total.coders[pair.b] ?? '',
    n: counts.both + counts.onlyA + counts.onlyB + counts.neither,
    ...counts,
    cohen: cohenKappa.estimate(pairTable(total, pair)).value,
  };
}

/** The numbers of two coders on one code, with their formulas. Pairs are many, so only those that are looked at have them. */
export function pairFigures(pair: PairFigure): { readonly cohen: Figure; readonly percent: Figure } {
  const table = tableOfTwo([pair.a, pair.b], pair);
  return { cohen: figureOf(cohenKappa, table), percent: figureOf(percentAgreement, table) };
}
