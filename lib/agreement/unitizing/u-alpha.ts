import { because } from '../estimate';
import type { Estimate } from '../estimate';
import type { Reason } from '../reasons';
import { overlapping } from './continuum';
import type { Continuum } from './continuum';
import { unitizingSums } from './u-alpha-sums';
import type { UnitizingSums } from './u-alpha-sums';

/** The u-alpha family: how far coders agree on where passages are and which code they carry. */
export type UnitizingAlphas = {
  /** Blank text and every code told apart. */
  readonly uAlpha: Estimate;
  /** Marked against blank, whatever the code. */
  readonly uAlphaBinary: Estimate;
  /** Codes of intersecting passages only, and the share of the text that is about. */
  readonly cuAlpha: Estimate;
  readonly cuCoverage: Estimate;
  /** One code inside intersections, and the share of that code's text that lies in intersections. */
  readonly kuAlpha: ReadonlyMap<string, Estimate>;
  readonly kuCoverage: ReadonlyMap<string, Estimate>;
};

export const unitizingCitation =
  'Krippendorff, K., Mathet, Y., Bouvry, S. & Widlöcher, A. (2016). Quality & Quantity 50, 2347-2364, with erratum 50(6), 2365; Krippendorff (2019), sec. 12.6.';
export const unitizingLimits =
  'Each coder must cut the text into separate pieces. It does not see splits: one passage and seven adjoining ones of the same code are the same text. Where the number of passages matters read span F1.';

/**
 * The family over one or several documents, pooled by their sums. Every coder is taken to have gone through the whole of
 * each document: what is not marked is blank, a value of its own. Undefined where a coder's units overlap, because then
 * a position has no single value, and where there is no second coder.
 */
export function unitizingAlphas(continua: readonly Continuum[]): UnitizingAlphas {
  const sums = unitizingSums(continua);
  if (continua.some(({ coders }) => coders.some(({ units }) => overlapping(units))))
    return allUndefined(sums, 'overlappingUnits');
  return sums.coders < 2 ? allUndefined(sums, 'noPairableUnits') : family(sums);
}

function family(sums: UnitizingSums): UnitizingAlphas {
  const within = withinIntersections(sums);
  return {
    uAlpha: oneMinus(offDiagonal(sums.lengths), offDiagonal(expected(sums)), 'noVariation'),
    uAlphaBinary: oneMinus(blankRow(sums.lengths), blankRow(expected(sums)), 'noVariation'),
    cuAlpha: ofCodes(within),
    cuCoverage: { value: within.total / total(sums.lengths.flat()) },
    kuAlpha: new Map(sums.codes.map((code, index) => [code, ofCode(within, index)])),
    kuCoverage: new Map(
      sums.codes.map((code, index) => [
        code,
        { value: total(within.lengths[index] ?? []) / total(sums.lengths[index + 1] ?? []) },
      ]),
    ),
  };
}

/** e_ck = l.. (l_c l_k - [c=k] T_c) / (l..² - T). Only cells off the diagonal are asked for, where T_c does not enter. */
function expected({ lengths, self }: UnitizingSums): number[][] {
  const rows = lengths.map(total);
  const all = total(rows);
  const scale = all / (all ** 2 - total(self));
  return rows.map((one) => rows.map((other) => one * other * scale));
}

type Within = {
  readonly lengths: readonly (readonly number[])[];
  /** Null where so little intersects that pairing it with itself is all there is: no chance pairs are left. */
  readonly expected: readonly (readonly number[])[] | null;
  readonly total: number;
};

/** The code x code part: text where two coders both marked something. e'_ck = (l'_c l'_k - [c=k] T'_c) / (l'.. - T'/l'..). */
function withinIntersections({ lengths, selfWithin }: UnitizingSums): Within {
  const codes = lengths.slice(1).map((line) => line.slice(1));
  const rows = codes.map(total);
  const all = total(rows);
  const below = all === 0 ? 0 : all - total(selfWithin) / all;
  const cell = (c: number, k: number) =>
    ((rows[c] ?? 0) * (rows[k] ?? 0) - (c === k ? (selfWithin[c + 1] ?? 0) : 0)) / below;
  const cells = below < 1e-9 ? null : rows.map((_, c) => rows.map((_other, k) => cell(c, k)));
  return { lengths: codes, expected: cells, total: all };
}

/** cu-alpha: all codes inside intersections. */
function ofCodes({ lengths, expected: chance, total: all }: Within): Estimate {
  if (all === 0) return because('noIntersectionOrNoVariation');
  if (lengths.filter((line) => total(line) > 0).length === 1) return because('noVariation');
  return chance
    ? oneMinus(offDiagonal(lengths), offDiagonal(chance), 'noVariation')
    : because('noIntersectionOrNoVariation');
}

/** (k)u-alpha = 1 - (e'_k / l'_k) (l'_k - l_kk) / (e'_k - e'_kk). */
function ofCode(within: Within, code: number): Estimate {
  const row = within.lengths[code] ?? [];
  const chance = within.expected?.[code] ?? [];
  const chanceElsewhere = total(chance.filter((_, other) => other !== code));
  if (total(row) === 0 || isNothing(chanceElsewhere)) return because('noIntersectionOrNoVariation');
  const elsewhere = total(row.filter((_, other) => other !== code));
  return { value: 1 - ((total(chance) / total(row)) * elsewhere) / chanceElsewhere };
}

function oneMinus(observed: number, chance: number, reason: Reason): Estimate {
  return isNothing(chance) ? because(reason) : { value: 1 - observed / chance };
}

/** Lengths are whole numbers over m - 1, so anything near zero is rounding. */
function isNothing(length: number): boolean {
  return Math.abs(length) < 1e-9;
}

function offDiagonal(cells: readonly (readonly number[])[]): number {
  return total(cells.map((line, one) => total(line.filter((_, other) => other !== one))));
}

function blankRow(cells: readonly (readonly number[])[]): number {
  return total((cells[0] ?? []).slice(1));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function allUndefined({ codes }: UnitizingSums, reason: Reason): UnitizingAlphas {
  const nothing = because(reason);
  const perCode = new Map(codes.map((code) => [code, nothing]));
  return {
    uAlpha: nothing,
    uAlphaBinary: nothing,
    cuAlpha: nothing,
    cuCoverage: nothing,
    kuAlpha: perCode,
    kuCoverage: perCode,
  };
}
