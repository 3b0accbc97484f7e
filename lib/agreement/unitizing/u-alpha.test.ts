import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Continuum, Marked } from './continuum';
import { olderAlphaOverall, olderAlphas } from './alpha-u-2004';
import { unitizingAlphas } from './u-alpha';
import { unitizingSums } from './u-alpha-sums';

const unit = (start: number, end: number, code = 'a'): Marked => ({ start, end, code });
const of = (length: number, ...units: Marked[][]): Continuum => ({
  length,
  coders: units.map((own, index) => ({ name: `coder ${index}`, units: own })),
});

describe('the u-alpha family', () => {
  it('is 1 for coders who marked the same and left some text blank', () => {
    const same = [unit(2, 6), unit(9, 12, 'b')];
    const { uAlpha, uAlphaBinary, cuAlpha, cuCoverage } = unitizingAlphas([of(20, same, same, same)]);
    expect([uAlpha.value, uAlphaBinary.value, cuAlpha.value]).toEqual([1, 1, 1]);
    expect(cuCoverage.value).toBeCloseTo(7 / 20, 12);
  });

  it('takes one long passage and its adjoining pieces for the same text', () => {
    const whole = of(30, [unit(3, 15)], [unit(3, 15)]);
    const split = of(30, [unit(3, 15)], [unit(3, 7), unit(7, 8), unit(8, 15)]);
    expect(unitizingSums([split]).lengths).toEqual(unitizingSums([whole]).lengths);
    expect(unitizingAlphas([split]).uAlphaBinary.value).toBe(1);
    expect(olderAlphas(split).get('a')?.alpha.value).toBeLessThan(0.5);
  });

  it('counts what looking at every position counts', () => {
    fc.assert(
      fc.property(continua(), (continuum) => {
        const { lengths, codes } = unitizingSums([continuum]);
        expect(lengths.map((line) => line.map(rounded))).toEqual(
          byPosition(continuum, codes).map((line) => line.map(rounded)),
        );
      }),
    );
  });

  it('does not depend on the order of coders', () => {
    fc.assert(
      fc.property(continua(), (continuum) => {
        const turned = { ...continuum, coders: [...continuum.coders].reverse() };
        const [one, other] = [unitizingAlphas([continuum]), unitizingAlphas([turned])];
        for (const name of ['uAlpha', 'uAlphaBinary', 'cuAlpha'] as const) {
          if (one[name].value === null) expect(other[name]).toEqual(one[name]);
          else expect(other[name].value).toBeCloseTo(one[name].value, 9);
        }
      }),
    );
  });

  it('changes only a little when every length is multiplied', () => {
    const [small, large] = [1, 500].map(
      (by) =>
        unitizingAlphas([
          of(24 * by, [unit(2 * by, 10 * by), unit(14 * by, 20 * by)], [unit(4 * by, 8 * by), unit(15 * by, 17 * by)]),
        ]).uAlpha.value ?? NaN,
    );
    expect(Math.abs((small ?? NaN) - (large ?? NaN))).toBeLessThan(0.01);
  });

  it('pools documents by their sums: a document twice has the lengths twice', () => {
    const continuum = of(40, [unit(3, 9), unit(20, 30, 'b')], [unit(5, 9), unit(20, 28)]);
    const once = unitizingSums([continuum]);
    expect(unitizingSums([continuum, continuum]).lengths).toEqual(
      once.lengths.map((line) => line.map((length) => 2 * length)),
    );
    expect(unitizingAlphas([continuum, continuum]).cuCoverage.value).toBe(
      unitizingAlphas([continuum]).cuCoverage.value,
    );
  });

  it('gives reasons: nobody marked anything, one coder only, overlapping units', () => {
    expect(unitizingAlphas([of(9, [], [])]).uAlpha).toEqual({ value: null, reason: 'noVariation' });
    expect(unitizingAlphas([of(9, [unit(1, 2)])]).uAlpha).toEqual({ value: null, reason: 'noPairableUnits' });
    expect(unitizingAlphas([of(9, [unit(1, 5), unit(3, 7, 'b')], [unit(1, 5)])]).uAlpha).toEqual({
      value: null,
      reason: 'overlappingUnits',
    });
    expect(unitizingAlphas([of(9, [unit(1, 2)], [unit(3, 4)])]).kuAlpha.get('a')).toEqual({
      value: null,
      reason: 'noIntersectionOrNoVariation',
    });
  });
});

describe('the older alpha_U', () => {
  it('is 1 for identical coders, undefined when nothing is marked', () => {
    expect(olderAlphaOverall(olderAlphas(of(20, [unit(2, 6)], [unit(2, 6)]))).value).toBe(1);
    expect(olderAlphaOverall(olderAlphas(of(20, [], [])))).toEqual({ value: null, reason: 'noUnits' });
  });

  it('lets codes overlap each other, but not passages of one code', () => {
    const crossing = olderAlphas(of(20, [unit(2, 6), unit(4, 9, 'b')], [unit(2, 6)]));
    expect(crossing.get('a')?.alpha.value).toBe(1);
    const doubled = olderAlphas(of(20, [unit(2, 6), unit(4, 9)], [unit(2, 6)]));
    expect(olderAlphaOverall(doubled)).toEqual({ value: null, reason: 'overlappingUnits' });
  });
});

/** Coders whose units never overlap: cut points in order, every other stretch marked. */
function continua(): fc.Arbitrary<Continuum> {
  const coder = fc.uniqueArray(fc.nat(30), { maxLength: 8 }).chain((cuts) => {
    const edges = cuts.sort((one, other) => one - other);
    const pieces = Math.floor(edges.length / 2);
    return fc
      .array(fc.constantFrom('a', 'b'), { minLength: pieces, maxLength: pieces })
      .map((codes) => codes.map((code, index) => unit(edges[2 * index] ?? 0, edges[2 * index + 1] ?? 1, code)));
  });
  return fc.array(coder, { minLength: 2, maxLength: 4 }).map((units) => of(31, ...units));
}

function byPosition({ length, coders }: Continuum, codes: readonly string[]): number[][] {
  const cells = Array.from({ length: codes.length + 1 }, () => new Array<number>(codes.length + 1).fill(0));
  for (let at = 0; at < length; at += 1) {
    const values = coders.map(
      ({ units }) => codes.indexOf(units.find(({ start, end }) => start <= at && at < end)?.code ?? '') + 1,
    );
    values.forEach((one, a) =>
      values.forEach((other, b) => {
        const line = cells[one];
        if (a !== b && line) line[other] = (line[other] ?? 0) + 1 / (coders.length - 1);
      }),
    );
  }
  return cells;
}

function rounded(length: number): number {
  return Math.round(length * 1e6) / 1e6;
}
