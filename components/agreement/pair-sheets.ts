import type { PairFigure, PairReport, Report } from '@/lib/agreement';
import { pairLink } from './choices';
import type { PairCell, PairSheet } from './pair-matrix';
import { count, counted, decimal, percent, shortReason, unitWords } from './words';

/** The pairs of a report as sheets of a matrix: all codes together first, then each code that two coders decided on. */
export function pairSheets(report: Report, links: { all: string; code: (codeId: string) => string }): PairSheet[] {
  const units = unitWords[report.choices.unit];
  return [
    { id: 'kappa', title: 'All codes: mean of Cohen’s kappa over codes', cells: report.pairs.map((pair) => meanCell(pair, links.all)) },
    { id: 'alpha', title: 'All codes: alpha with MASI distance', cells: report.pairs.map((pair) => alphaCell(pair, links.all)) },
    ...report.codes.map((code) => ({
      id: code.codeId,
      title: `${code.name}: Cohen’s kappa`,
      cells: code.pairs.map((pair) => codeCell(pair, links.code(code.codeId), units)),
    })),
  ];
}

function meanCell({ a, b, n, cohenMean, percent: same }: PairReport, all: string): PairCell {
  const { value, codes } = cohenMean;
  const note = value === null ? 'Cohen’s kappa has no value for any code.' : `Mean over ${counted(codes, ['code', 'codes'])} for which Cohen’s kappa has a value.`;
  const text = value === null ? (n === 0 ? 'nothing to compare' : 'one answer only') : decimal(value);
  return { a, b, text, tint: tintOf(value), n: `n = ${count(n)}`, note, to: link(all, [a, b], same.value) };
}

function alphaCell({ a, b, n, documents, alpha, percent: same }: PairReport, all: string): PairCell {
  const text = alpha.value === null ? shortReason(alpha.reason) : decimal(alpha.value);
  const exact = same.value === null ? '' : ` Exactly the same codes on ${percent(same.value)}.`;
  const note = alpha.because ?? `On ${counted(documents, ['document', 'documents'])}.${exact}`;
  return { a, b, text, tint: tintOf(alpha.value), n: `n = ${count(n)}`, note, to: link(all, [a, b], same.value) };
}

function codeCell({ a, b, n, both, onlyA, onlyB, neither, cohen }: PairFigure, to: string, units: readonly [string, string]): PairCell {
  const text = cohen.value === null ? shortReason(cohen.reason) : decimal(cohen.value);
  const counts = `Both ${count(both)}, only the first ${count(onlyA)}, only the second ${count(onlyB)}, neither ${count(neither)} of ${counted(n, units)}.`;
  const note = [cohen.because, counts].filter(Boolean).join(' ');
  return { a, b, text, tint: tintOf(cohen.value), n: `n = ${count(n)}`, note, to: onlyA + onlyB > 0 ? pairLink(to, [a, b]) : null };
}

function link(all: string, pair: [string, string], same: number | null): string | null {
  return same === null || same === 1 ? null : pairLink(all, pair);
}

/** Nothing at 0 and below, full at 1. */
function tintOf(value: number | null): number {
  return Math.max(0, value ?? 0);
}
