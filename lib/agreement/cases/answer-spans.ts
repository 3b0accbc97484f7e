import { characterAxis, nonSpaceAxis, unitAxis } from '../axis';
import type { Axis } from '../axis';
import {
  alphaNominal,
  brennanPrediger,
  cohenKappa,
  fleissKappa,
  gwetAC1,
  lightKappa,
  percentAgreement,
  setCoefficients,
} from '../coefficients';
import { because } from '../estimate';
import { momentsOf } from '../moments';
import type { Reason } from '../reasons';
import { rules } from '../report-shape';
import type { Rule } from '../report-shape';
import { matchSpans } from '../span-matching';
import type { Part } from '../stretches';
import type { Table } from '../table';
import { countCode, countSets } from '../tables';
import { ledger } from './answer';
import type { Answer, PairAnswer } from './answer';
import { unitLevels } from './spans-case';
import type { SpansCase, SpansDocument } from './spans-case';

const ofCodes = [percentAgreement, alphaNominal, fleissKappa, gwetAC1, brennanPrediger];

/** Every measure of the README that applies to spans, per level and rule, per code and over sets of codes. */
export function answerSpans(spans: SpansCase): Answer {
  const levels = levelsOf(spans.documents).map(({ key, axis }) => answerLevel(spans, key, axis));
  const matching = pairsOf(spans.coders.map(({ name }) => name)).map(([a, b]) => answerMatching(spans, a, b));
  return {
    measures: Object.fromEntries(levels.map(({ key, measures }) => [key, measures])),
    pairs: [],
    spanMatching: matching.map(({ answer }) => answer),
    reasons: Object.assign(
      {},
      ...levels.map(({ reasons }) => reasons),
      ...matching.map(({ reasons }) => reasons),
    ) as Answer['reasons'],
  };
}

type LevelAxis = { readonly key: string; readonly axis: (document: SpansDocument) => Axis };

/** At character level both rules are the same, so only "any" is given. */
function levelsOf(documents: readonly SpansDocument[]): LevelAxis[] {
  const cut = unitLevels.filter((level) => documents.length > 0 && documents.every(({ units }) => units[level]));
  const ofUnits = (level: (typeof unitLevels)[number], rule: Rule) => ({
    key: `${level}.${rule}`,
    axis: ({ text, units }: SpansDocument) => unitAxis(text, units[level] ?? new Int32Array(0), rule),
  });
  return [
    { key: 'char.any', axis: ({ text }) => characterAxis(text) },
    { key: 'charNonSpace.any', axis: ({ text }) => nonSpaceAxis(text) },
    ...cut.flatMap((level) => rules.map((rule) => ofUnits(level, rule))),
  ];
}

function answerLevel(spans: SpansCase, key: string, axis: LevelAxis['axis']) {
  const placed = Map.groupBy(spans.annotations, ({ document, coder }) => JSON.stringify([document, coder]));
  const whole = spans.documents.map((document) => marksOf({ coders: spans.coders, placed }, document, axis(document)));
  const coders = spans.coders.map(({ name }) => name);
  const perCode = spans.codes.map((code) => {
    const { total } = countCode(
      coders,
      withoutYounger(spans, whole, (younger) => younger.has(code)),
      code,
    );
    return [code, answerCode(total, `${key}.${code}.`)] as const;
  });
  const inSets = withoutYounger(spans, whole, (younger) => younger.size > 0);
  const sets = [['*set', answerSets(countSets(coders, inSets).total, `${key}.*set.`)] as const];
  const answers = [...perCode, ...sets];
  return {
    key,
    measures: Object.fromEntries(answers.map(([name, { measures }]) => [name, measures])),
    reasons: Object.assign({}, ...answers.map(([, { reasons }]) => reasons)) as Record<string, Reason>,
  };
}

type Spans = { readonly coders: SpansCase['coders']; readonly placed: ReadonlyMap<string, SpansCase['annotations']> };

function marksOf({ coders, placed }: Spans, document: SpansDocument, axis: Axis): Part {
  const here = coders.filter(({ coded }) => coded.has(document.id));
  const marks = here.map(({ name }) => {
    const byCode = Map.groupBy(placed.get(JSON.stringify([document.id, name])) ?? [], ({ code }) => code);
    return [name, new Map([...byCode].map(([code, own]) => [code, axis.runs(own)]))] as const;
  });
  return { axis, marks: new Map(marks) };
}

/** The documents without the coders who are missing there, as the codes younger than their pass tell. */
function withoutYounger(
  { coders, documents }: SpansCase,
  parts: readonly Part[],
  isMissing: (younger: ReadonlySet<string>) => boolean,
): readonly Part[] {
  if (coders.every(({ younger }) => younger === undefined)) return parts;
  const of = new Map(coders.map(({ name, younger }) => [name, younger]));
  return parts.map(({ axis, marks }, index) => {
    const document = documents[index]?.id ?? '';
    const kept = [...marks].filter(([name]) => !isMissing(of.get(name)?.get(document) ?? none));
    return { axis, marks: new Map(kept) };
  });
}

const none: ReadonlySet<string> = new Set();

function answerCode(table: Table, prefix: string) {
  const { measures, reasons, count, estimate } = ledger(prefix);
  count('units', momentsOf(table).units);
  estimate('prevalence', prevalence(table));
  for (const coefficient of ofCodes) estimate(coefficient.name, coefficient.estimate(table), false);
  estimate(lightKappa.name, lightKappa.estimate(table), false);
  if (table.coders.length === 2) estimate(cohenKappa.name, cohenKappa.estimate(table), false);
  return { measures, reasons };
}

/** Share of yes among all decisions. */
function prevalence(table: Table) {
  const [no, yes] = [0, 1].map((category) =>
    (table.margins ?? []).reduce((sum, margin) => sum + (margin[category] ?? 0), 0),
  ) as [number, number];
  return no + yes === 0 ? because('noUnits') : { value: yes / (no + yes) };
}

function answerSets(table: Table, prefix: string) {
  const { measures, reasons, estimate } = ledger(prefix);
  for (const coefficient of setCoefficients) estimate(coefficient.name, coefficient.estimate(table));
  return { measures, reasons };
}

function pairsOf(names: readonly string[]): [string, string][] {
  return names.flatMap((a, index) => names.slice(index + 1).map((b): [string, string] => [a, b]));
}

function answerMatching(
  spans: SpansCase,
  a: string,
  b: string,
): { answer: PairAnswer; reasons: Readonly<Record<string, Reason>> } {
  const coded = new Map(spans.coders.map((coder) => [coder.name, coder.coded]));
  const common = [...(coded.get(a) ?? [])].filter((id) => coded.get(b)?.has(id));
  const own = (name: string) =>
    spans.annotations
      .filter((one) => one.coder === name && common.includes(one.document))
      .map((one) => ({ ...one, documentId: one.document }));
  const matching = matchSpans(own(a), own(b));
  const { measures, reasons, estimate } = ledger(`spanMatching[${a},${b}].`);
  estimate('exactF1', matching.exactF1);
  estimate('iou50F1', matching.iou50F1);
  estimate('charF1', matching.charF1);
  return {
    answer: { a, b, docs: common.length, spansA: matching.spansA, spansB: matching.spansB, ...measures },
    reasons,
  };
}
