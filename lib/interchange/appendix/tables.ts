import type { CodeReport, Figure } from '@/lib/agreement';
import { pairFigures } from '@/lib/agreement';
import { cells, cellWriter, recordEnd, type Cell } from '../csv';
import type { Appendix } from './appendix';
import type { AppendixLabels } from './labels';

/** All codes together. A number without a value has an empty cell and the reason. */
export function* overallTable({ report: { overall } }: Appendix): Generator<string> {
  yield record(['measure', ...figureHeads]);
  yield record(['krippendorff_alpha_masi', ...figureCells(overall.alpha)]);
  yield record(['krippendorff_alpha_jaccard', ...figureCells(overall.jaccard)]);
  yield record(['percent_exactly_the_same_codes', ...figureCells(overall.percent)]);
  const counts = {
    units: overall.units,
    units_compared: overall.pairableUnits,
    documents: overall.documents,
    documents_coded_twice: overall.doubleCodedDocuments,
  };
  for (const [name, value] of Object.entries(counts))
    yield record([name, value, ...figureHeads.slice(1).map(() => null)]);
}

export function* codesTable({ report }: Appendix, { codes }: AppendixLabels): Generator<string> {
  const measures = [
    'alpha',
    'percent',
    'ac1',
    'positiveAgreement',
    'negativeAgreement',
  ] as const satisfies readonly (keyof CodeReport)[];
  const names = ['krippendorff_alpha', 'percent_agreement', 'gwet_ac1', 'positive_agreement', 'negative_agreement'];
  const counts = [
    'code',
    'name',
    'yes',
    'decisions',
    'prevalence',
    'units',
    'units_compared',
    'units_differing',
    'documents',
    'documents_coded_twice',
  ];
  yield record([
    ...counts,
    ...names.flatMap((name) => [name, ...figureHeads.slice(1).map((head) => `${name}_${head}`)]),
  ]);
  for (const code of report.codes) {
    const { name, positives, decisions, prevalence, units, pairableUnits, differing, documents, doubleCodedDocuments } =
      code;
    const counted = [
      positives,
      decisions,
      prevalence,
      units,
      pairableUnits,
      differing,
      documents,
      doubleCodedDocuments,
    ];
    yield record([
      labelOf(codes, code.codeId),
      name,
      ...counted,
      ...measures.flatMap((measure) => figureCells(code[measure])),
    ]);
  }
}

/** The four counts of every pair of coders on every code, and what is made of them. */
export function* pairsTable({ report }: Appendix, { codes, coders }: AppendixLabels): Generator<string> {
  yield record([
    'code',
    'coder_a',
    'coder_b',
    'n',
    'both',
    'only_a',
    'only_b',
    'neither',
    'percent_agreement',
    'cohen_kappa',
    'reason',
  ]);
  for (const { codeId, pairs } of report.codes) {
    for (const pair of pairs) {
      const { cohen, percent } = pairFigures(pair);
      const who = [labelOf(codes, codeId), labelOf(coders, pair.a), labelOf(coders, pair.b)];
      yield record([
        ...who,
        pair.n,
        pair.both,
        pair.onlyA,
        pair.onlyB,
        pair.neither,
        percent.value,
        cohen.value,
        cohen.because,
      ]);
    }
  }
}

export function* documentsTable({ report, documents }: Appendix, { coders }: AppendixLabels): Generator<string> {
  const known = new Map(documents.map((document) => [document.id, document]));
  const heads = [
    'id',
    'title',
    'sha256',
    'length_utf16',
    'coders',
    'units',
    'units_differing',
    'krippendorff_alpha_masi',
    'percent_exactly_the_same_codes',
  ];
  yield record(heads);
  for (const { documentId, title, coderIds, units, differences, alpha, percent } of report.documents) {
    const { sha256 = '', length = 0 } = known.get(documentId) ?? {};
    const who = coderIds.map((id) => labelOf(coders, id)).join('; ');
    yield record([documentId, title, sha256, length, who, units, differences, alpha.value, percent.value]);
  }
}

export function* leftOutTable({ report }: Appendix, { codes, coders }: AppendixLabels): Generator<string> {
  yield record(['document_id', 'coder', 'code', 'why', 'sentence']);
  for (const { documentId, coderId, codeId, why, sentence } of report.leftOut) {
    yield record([documentId, coderId && labelOf(coders, coderId), codeId && labelOf(codes, codeId), why, sentence]);
  }
}

export function* warningsTable({ report }: Appendix, { codes }: AppendixLabels): Generator<string> {
  yield record(['code', 'kind', 'sentence']);
  for (const { codeId, kind, sentence } of report.warnings)
    yield record([codeId && labelOf(codes, codeId), kind, sentence]);
}

/** Which code a label stands for, and which file has its matrix. */
export function* codebookTable({ input, report }: Appendix, { codes }: AppendixLabels): Generator<string> {
  const known = new Map(input.codes.map((code) => [code.id, code]));
  yield record(['code', 'id', 'name', 'parent_id', 'units_in_rows', 'coders_in_rows']);
  for (const { codeId, name } of report.codes) {
    const label = labelOf(codes, codeId);
    const files = ['units-in-rows', 'coders-in-rows'].map((layout) => `matrix/${layout}/${label}.csv`);
    yield record([label, codeId, name, known.get(codeId)?.parentId ?? null, ...files]);
  }
}

/** Who a label stands for, and what the project says of them. */
export function* codersTable({ coders }: Appendix, labels: AppendixLabels): Generator<string> {
  const chosen = coders.filter(({ id }) => labels.coders.has(id));
  const keys = [...new Set(chosen.flatMap(({ attributes }) => Object.keys(attributes)))].sort();
  yield record(['coder', 'id', ...keys]);
  for (const { id, attributes } of chosen) {
    const own = new Map(Object.entries(attributes));
    yield record([labelOf(labels.coders, id), id, ...keys.map((key) => own.get(key) ?? null)]);
  }
}

const figureHeads = ['value', 'low95', 'high95', 'resampled', 'replicates_without_value', 'standard_error', 'reason'];

function figureCells({ value, interval, analytic, because }: Figure): Cell[] {
  const { low = null, high = null, method = null, undefinedReplicates = null } = interval ?? {};
  return [value, low, high, method, undefinedReplicates, analytic?.se ?? null, because];
}

function labelOf(labels: ReadonlyMap<string, string>, id: string): string {
  return labels.get(id) ?? id;
}

const write = cellWriter('exact');

function record(values: readonly Cell[]): string {
  return cells(write, values) + recordEnd;
}
