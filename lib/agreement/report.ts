import { resampleAlpha } from './bootstrap';
import { codeReport, differingUnits } from './code-report';
import { alphaJaccard, alphaMasi, percentAgreement } from './coefficients';
import { masi } from './set-distances';
import { figureOf } from './figure';
import { gather, partOfSets } from './gather';
import type { Gathering } from './gather';
import { momentsOf } from './moments';
import { allPairs, pairTable } from './pair-table';
import type { Choices, CodeReport, Counts, DocumentReport, PairReport, Report, ReportInput } from './report-shape';
import type { PairCounts, Table } from './table';
import { countSets } from './tables';
import { reportWarnings } from './warnings';

/**
 * The agreement of a study, as the agreement page shows it: a pure function of the codings and of what the reader
 * chose. Pools the units of all chosen documents into one coefficient; never averages coefficients over documents.
 */
export function report(input: ReportInput, choices: Choices): Report {
  const gathering = gather(input, choices);
  const { documents: sets, total } = countSets(gathering.coderIds, gathering.documents.map(partOfSets));
  const codes = gathering.codes.map((code) => codeReport(gathering, code, choices));
  const counts = countsOf(sets, total);
  return {
    choices,
    coderIds: gathering.coderIds,
    documentIds: gathering.documents.map(({ document }) => document.id),
    overall: {
      ...counts,
      alpha: figureOf(alphaMasi, total, resampleAlpha(sets, masi, choices)),
      jaccard: figureOf(alphaJaccard, total),
      percent: figureOf(percentAgreement, total),
    },
    codes,
    pairs: allPairs(total).map((pair) => pairReport(pair, { total, sets, codes })),
    documents: gathering.documents.map((_, index) => documentReport(gathering, sets[index] ?? total, index)),
    leftOut: gathering.leftOut,
    warnings: reportWarnings(codes, choices, counts.pairableUnits),
  };
}

/** How many units and documents a table is about. */
export function countsOf(tables: readonly Table[], total: Table): Counts {
  const { units, pairable } = momentsOf(total);
  return {
    units,
    pairableUnits: pairable,
    documents: tables.filter(({ coders }) => coders.length >= 1).length,
    doubleCodedDocuments: tables.filter(({ coders }) => coders.length >= 2).length,
  };
}

type Whole = { readonly total: Table; readonly sets: readonly Table[]; readonly codes: readonly CodeReport[] };

function pairReport(pair: PairCounts, { total, sets, codes }: Whole): PairReport {
  const a = total.coders[pair.a] ?? '';
  const b = total.coders[pair.b] ?? '';
  const both = pairTable(total, pair);
  const kappas = codes.flatMap((code) => code.pairs.find((one) => one.a === a && one.b === b)?.cohen ?? []);
  const mean = kappas.length === 0 ? null : kappas.reduce((sum, kappa) => sum + kappa, 0) / kappas.length;
  return {
    a,
    b,
    n: momentsOf(both).pairable,
    documents: sets.filter(({ coders }) => coders.includes(a) && coders.includes(b)).length,
    alpha: figureOf(alphaMasi, both),
    percent: figureOf(percentAgreement, both),
    cohenMean: { value: mean, codes: kappas.length },
  };
}

function documentReport({ documents }: Gathering, table: Table, index: number): DocumentReport {
  return {
    documentId: documents[index]?.document.id ?? '',
    title: documents[index]?.document.title ?? '',
    coderIds: table.coders,
    units: momentsOf(table).units,
    differences: differingUnits(table),
    alpha: figureOf(alphaMasi, table),
    percent: figureOf(percentAgreement, table),
  };
}
