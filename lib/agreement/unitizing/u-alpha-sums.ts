import { sweep } from '../sweep';
import { codesIn, ordered } from './continuum';
import type { Continuum, Marked } from './continuum';

/**
 * The sums behind the u-alpha family (Krippendorff, Mathet, Bouvry & Widlöcher 2016, with the erratum). They add up over
 * documents: form the expectation only from the total. Value 0 is blank, value k the k-th code.
 */
export type UnitizingSums = {
  readonly codes: readonly string[];
  readonly coders: number;
  /** l_ck: length on which one coder has c and another k, per ordered pair of coders, over m - 1. */
  readonly lengths: readonly (readonly number[])[];
  /** T_c: what pairing every unit with itself would add to expectation; for blank, its length. */
  readonly self: readonly number[];
  /** T'_c: the same inside intersections of marked text, per pair of coders. */
  readonly selfWithin: readonly number[];
};

/** Counts by one sweep over the units' edges; no position of the text is visited. Needs two coders or more each. */
export function unitizingSums(continua: readonly Continuum[]): UnitizingSums {
  const codes = codesIn(continua);
  const size = codes.length + 1;
  const lengths = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const self = new Array<number>(size).fill(0);
  const selfWithin = new Array<number>(size).fill(0);
  const value = new Map(codes.map((code, index) => [code, index + 1]));
  for (const continuum of continua) {
    addLengths(lengths, continuum, value);
    addSelf(self, continuum, value);
    addSelfWithin(selfWithin, continuum, value);
  }
  const coders = Math.min(...continua.map((continuum) => continuum.coders.length), Infinity);
  return { codes, coders: Number.isFinite(coders) ? coders : 0, lengths, self, selfWithin };
}

type Values = ReadonlyMap<string, number>;

function addLengths(lengths: number[][], { length, coders }: Continuum, value: Values): void {
  const layers = coders.flatMap(({ units }, coder) =>
    units.map((unit) => ({ coder, value: value.get(unit.code) ?? 0, runs: [unit] })),
  );
  for (const { start, end, on } of sweep(
    length,
    layers.map(({ runs }) => runs),
  )) {
    const marked = new Map<number, number>([[0, coders.length - on.size]]);
    for (const layer of on) {
      const code = layers[layer]?.value ?? 0;
      marked.set(code, (marked.get(code) ?? 0) + 1);
    }
    addPiece(lengths, marked, (end - start) / (coders.length - 1));
  }
}

function addPiece(lengths: number[][], marked: ReadonlyMap<number, number>, weight: number): void {
  for (const [one, count] of marked) {
    for (const [other, others] of marked) {
      const line = lengths[one];
      if (line) line[other] = (line[other] ?? 0) + weight * count * (others - (one === other ? 1 : 0));
    }
  }
}

function addSelf(self: number[], { length, coders }: Continuum, value: Values): void {
  for (const { units } of coders) {
    self[0] = (self[0] ?? 0) + length;
    for (const { code, start, end } of units) {
      self[0] -= end - start;
      const index = value.get(code) ?? 0;
      self[index] = (self[index] ?? 0) + (end - start) ** 2;
    }
  }
}

/** Per ordered pair of coders: the square of how much of a unit the other coder marked at all. */
function addSelfWithin(selfWithin: number[], { coders }: Continuum, value: Values): void {
  const sorted = coders.map(({ units }) => ordered(units));
  sorted.forEach((units, one) => {
    sorted.forEach((others, other) => {
      if (one === other) return;
      coveredBy(units, others).forEach((covered, index) => {
        const code = value.get(units[index]?.code ?? '') ?? 0;
        selfWithin[code] = (selfWithin[code] ?? 0) + covered ** 2 / (coders.length - 1);
      });
    });
  });
}

/** How much of each unit the other coder's units cover; both sides sorted and free of overlaps. */
function coveredBy(units: readonly Marked[], others: readonly Marked[]): number[] {
  let from = 0;
  return units.map(({ start, end }) => {
    while ((others[from]?.end ?? Infinity) <= start) from += 1;
    let covered = 0;
    for (let next = from; (others[next]?.start ?? Infinity) < end; next += 1) {
      covered += Math.min(end, others[next]?.end ?? end) - Math.max(start, others[next]?.start ?? start);
    }
    return covered;
  });
}
