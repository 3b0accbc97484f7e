import { pairFigures, type Level, type PairFigure, type PairReport } from '@/lib/agreement';
import { pairLink } from './choices';
import { count, counted, decimal, percent, unitWords } from './words';

/** One pair under one heading: the number as written, how strong its tint, how many units, what stands behind it, its formula. */
export type PairCell = { a: string; b: string; text: string; tint: number; n: string; note: string; formula: string; to: string | null };
export type PairSheet = { id: string; title: string; cells: PairCell[] };
/** A code whose pairs can be looked at, and where its differences are listed. */
export type PairedCode = { codeId: string; name: string; pairs: readonly PairFigure[]; to: string };
/** What two coders said over all codes, without the formulas. */
export type PairLine = Pick<PairReport, 'a' | 'b' | 'n' | 'documents' | 'cohenMean'> & { alpha: number | null; because: string | null; same: number | null; filled: string };

/** All codes together, by the mean of kappas and by alpha. */
export function sheetsOfAll(pairs: readonly PairLine[], to: string): PairSheet[] {
  return [
    { id: 'kappa', title: 'All codes: mean of Cohen’s kappa over codes', cells: pairs.map((pair) => meanCell(pair, to)) },
    { id: 'alpha', title: 'All codes: alpha with MASI distance', cells: pairs.map((pair) => alphaCell(pair, to)) },
  ];
}

export function sheetOf({ codeId, name, pairs, to }: PairedCode, unit: Level): PairSheet {
  return { id: codeId, title: `${name}: Cohen’s kappa`, cells: pairs.map((pair) => codeCell(pair, to, unitWords[unit])) };
}

function meanCell({ a, b, n, cohenMean: { value, codes }, same }: PairLine, all: string): PairCell {
  const note = value === null ? 'Cohen’s kappa has no value for any code.' : `Mean over ${counted(codes, ['code', 'codes'])} for which Cohen’s kappa has a value.`;
  const formula = value === null ? note : `${decimal(value * codes, 6)} / ${codes}`;
  return { a, b, text: shown(value, n), tint: tintOf(value), n: `n = ${count(n)}`, note, formula, to: link(all, [a, b], same) };
}

function alphaCell({ a, b, n, documents, alpha, because, same, filled }: PairLine, all: string): PairCell {
  const exact = same === null ? '' : ` Exactly the same codes on ${percent(same)}.`;
  const note = because ?? `On ${counted(documents, ['document', 'documents'])}.${exact}`;
  return { a, b, text: shown(alpha, n), tint: tintOf(alpha), n: `n = ${count(n)}`, note, formula: because ?? filled, to: link(all, [a, b], same) };
}

function codeCell(pair: PairFigure, to: string, units: readonly [string, string]): PairCell {
  const { a, b, n, both, onlyA, onlyB, neither, cohen } = pair;
  const note = `Both ${count(both)}, only the first ${count(onlyA)}, only the second ${count(onlyB)}, neither ${count(neither)} of ${counted(n, units)}.`;
  return { a, b, text: shown(cohen, n), tint: tintOf(cohen), n: `n = ${count(n)}`, note, formula: formulaOf(pair), to: onlyA + onlyB > 0 ? pairLink(to, [a, b]) : null };
}

function formulaOf(pair: PairFigure): string {
  const { cohen } = pairFigures(pair);
  return cohen.because ?? cohen.explain.filled;
}

function shown(value: number | null, n: number): string {
  return value === null ? (n === 0 ? 'nothing to compare' : 'one answer only') : decimal(value);
}

function link(all: string, pair: [string, string], same: number | null): string | null {
  return same === null || same === 1 ? null : pairLink(all, pair);
}

/** Nothing at 0 and below, full at 1. */
function tintOf(value: number | null): number {
  return Math.max(0, value ?? 0);
}
