import {
  alphaInterval,
  alphaNominal,
  alphaOrdinal,
  alphaRatio,
  brennanPrediger,
  cohenKappa,
  congerKappa,
  fleissKappa,
  fleissNullError,
  gwetAC1,
  lightKappa,
  percentAgreement,
  percentAgreementAll,
  percentAgreementCoincidence,
  percentAgreementPooled,
  scottPi,
  scottPiMean,
  setCoefficients,
} from '../coefficients';
import type { Coefficient } from '../coefficients';
import { momentsOf } from '../moments';
import { allPairs, pairTable } from '../pair-table';
import type { Reason } from '../reasons';
import type { PairCounts, Table } from '../table';
import { ledger } from './answer';
import type { Answer, PairAnswer } from './answer';
import type { MatrixCase } from './matrix-case';

const ofAnyCoders = [
  percentAgreementAll,
  percentAgreement,
  percentAgreementPooled,
  percentAgreementCoincidence,
  alphaNominal,
  fleissKappa,
  gwetAC1,
  brennanPrediger,
];
const ofNumbers: ReadonlyMap<string, Coefficient> = new Map([
  ['ordinal', alphaOrdinal],
  ['interval', alphaInterval],
  ['ratio', alphaRatio],
]);
const ofPairs = [percentAgreement, cohenKappa, scottPi, gwetAC1, brennanPrediger, alphaNominal];

/** Every measure of the README that applies to a matrix. Coder-specific ones need to know who gave which value. */
export function answerMatrix(matrix: MatrixCase): Answer {
  return matrix.setValued ? answerSets(matrix.table) : answerValues(matrix);
}

function answerSets(table: Table): Answer {
  const { measures, reasons, estimate } = ledger();
  for (const coefficient of setCoefficients) estimate(coefficient.name, coefficient.estimate(table));
  return { measures, pairs: [], spanMatching: [], reasons };
}

function answerValues({ table, metrics }: MatrixCase): Answer {
  const { measures, reasons, count, estimate } = ledger();
  const { units, pairable } = momentsOf(table);
  count('unitsWithAnyCoding', units);
  count('unitsPairable', pairable);
  const numeric = metrics.flatMap((metric) => ofNumbers.get(metric) ?? []);
  for (const coefficient of [...ofAnyCoders, ...numeric, ...coderSpecific(table)]) {
    estimate(coefficient.name, coefficient.estimate(table));
  }
  const nullError = fleissNullError(table);
  if (nullError.value !== null) count('fleissKappa.nullSE', nullError.value);
  if (!table.pairs || table.coders.length < 3) return { measures, pairs: [], spanMatching: [], reasons };
  const pairs = allPairs(table).map((pair) => answerPair(table, pair));
  const pairReasons = Object.assign({}, ...pairs.map((pair) => pair.reasons)) as Record<string, Reason>;
  return {
    measures,
    pairs: pairs.map((pair) => pair.answer),
    spanMatching: [],
    reasons: { ...reasons, ...pairReasons },
  };
}

function coderSpecific(table: Table): Coefficient[] {
  if (!table.pairs) return [];
  return table.coders.length === 2 ? [congerKappa, cohenKappa, scottPi] : [congerKappa, lightKappa, scottPiMean];
}

function answerPair(table: Table, pair: PairCounts): { answer: PairAnswer; reasons: Readonly<Record<string, Reason>> } {
  const names = { a: table.coders[pair.a] ?? '', b: table.coders[pair.b] ?? '' };
  const both = pairTable(table, pair);
  const { measures, reasons, count, estimate } = ledger(`pairs[${names.a},${names.b}].`);
  count('n', momentsOf(both).pairable);
  for (const coefficient of ofPairs) estimate(coefficient.name, coefficient.estimate(both), coefficient === cohenKappa);
  return { answer: { ...names, ...measures }, reasons };
}
