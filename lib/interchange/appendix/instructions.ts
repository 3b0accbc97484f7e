import type { Appendix } from './appendix';
import type { AppendixLabels } from './labels';

/** The README: the methods paragraphs, the choices in full, what each file is, and how to compute the numbers again. */
export function* instructions(appendix: Appendix, labels: AppendixLabels): Generator<string> {
  const { methods, choices, report, codebookVersion } = appendix;
  yield section('Methods', methods);
  yield section('Choices', [
    `unit: ${choices.unit}`,
    `rule: ${choices.rule === 'any' ? 'a unit is marked when any character of it other than white space is' : 'a unit is marked when at least half of its characters other than white space are'}`,
    `codes: ${report.codes.length}, ${choices.rollUp ? 'children counted as their parents too' : 'each by itself'}`,
    `documents: ${report.documentIds.length}, coders: ${labels.coders.size}`,
    `seed: ${choices.seed}, replicates: ${choices.replicates}, generator: sfc32 seeded by splitmix32`,
    `codebook version: ${codebookVersion}`,
  ]);
  yield section('Files', files);
  yield section('Computing the numbers again', again);
}

function section(title: string, lines: readonly string[]): string {
  return `${title}\n${'='.repeat(title.length)}\n\n${lines.join('\n')}\n\n`;
}

const files = [
  'All files are UTF-8; CSV files follow RFC 4180. A missing value is an empty cell.',
  '',
  'tables/overall.csv         all codes together',
  'tables/codes.csv           every code: counts, coefficients, intervals, reasons where there is no value',
  'tables/pairs.csv           every pair of coders on every code: the four counts, percent, Cohen’s kappa',
  'tables/documents.csv       every document with the SHA-256 of its text (as UTF-8) and its own numbers',
  'tables/left-out.csv        who does not count where, and why',
  'tables/warnings.csv        what has to be known before a number is trusted',
  'codebook.csv               which code is c01, c02, ..., and the files with its matrix',
  'coders.csv                 which coder is which',
  'matrix/units.csv           every unit: its document and its place there, [start, end) in UTF-16 code units',
  'matrix/coders-in-rows/     a CSV per code, a coder per row and a unit per column: 1 yes, 0 no, empty not coded',
  'matrix/units-in-rows/      the same turned: a unit per row and a coder per column',
  'matrix/sets.csv            the sets of codes per unit and coder, {c01|c03}; {} is "no code", empty is "not coded"',
  'matrix/long.csv            the long form: a row per unit and coder, with the codes put there',
  'recompute.R, recompute.py  compute alpha of every code from the matrices',
];

const again = [
  'R, package irr. kripp.alpha wants coders in rows:',
  '  m <- as.matrix(read.csv("matrix/coders-in-rows/c01.csv", row.names = 1, check.names = FALSE))',
  '  kripp.alpha(m, "nominal")',
  'Its agree, kappa2 and kappam.fleiss want units in rows:',
  '  u <- read.csv("matrix/units-in-rows/c01.csv", row.names = 1, check.names = FALSE)',
  '  kappa2(u[, c(1, 2)])',
  'In irr 0.84.1, kripp.alpha weights units wrongly when three or more coders left no cell empty.',
  '',
  'Python, package krippendorff: alpha(reliability_data=..., level_of_measurement="nominal") wants coders in rows.',
  'NLTK’s AnnotationTask wants (coder, unit, label): read matrix/long.csv, or matrix/sets.csv with its masi_distance.',
  'NLTK’s MASI uses .67 and .33 for the 2/3 and 1/3 of Passonneau (2006), so its third decimal may differ.',
  '',
  'Concord itself, without a server: npx concord agreement matrix/units-in-rows/*.csv matrix/sets.csv',
  '',
  'Intervals: documents (or units, where fewer than 8 documents were coded twice) are drawn with replacement, as many as',
  'there are; alpha is computed from the drawn ones; the limits are the 2.5th and 97.5th percentile of the replicates.',
];
