import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Continuum, Marked } from '../unitizing/continuum';
import { ordered } from '../unitizing/continuum';
import { dissimilarity } from './dissimilarity';
import { disorder } from './disorder';
import { gamma, usualWeights } from './gamma';
import { cheapestPartition } from './partition';
import { candidateTuples } from './tuples';

const unit = (start: number, end: number, code = 'a'): Marked => ({ start, end, code });
const of = (...units: Marked[][]): Continuum => ({
  length: 60,
  coders: units.map((own, index) => ({ name: `coder ${index}`, units: own })),
});
const choices = { weights: usualWeights, model: 'statistical', samples: 50, seed: 5 } as const;

describe('disorder of the best alignment', () => {
  it('is 0 for identical coders and the cost of a missing unit for a lone unit', () => {
    expect(disorder(of([unit(1, 5)], [unit(1, 5)]), usualWeights).value).toBe(0);
    expect(disorder(of([unit(1, 5)], []), usualWeights).value).toBe(2);
  });

  it.each([2, 3, 4])('with %i coders is what trying every alignment finds', (coders) => {
    fc.assert(
      fc.property(continua(coders), (continuum) => {
        const count = continuum.coders.reduce((sum, { units }) => sum + units.length, 0);
        const found = disorder(continuum, usualWeights).value;
        if (count === 0) expect(found).toBeNull();
        else expect(found).toBeCloseTo(byTrying(continuum) / (count / coders), 9);
      }),
      { numRuns: 60 },
    );
  });

  it('two coders: the assignment costs what the search over partitions costs', () => {
    fc.assert(
      fc.property(continua(2, 6), (continuum) => {
        const units = ordered(
          continuum.coders.flatMap(({ units: own }, coder) => own.map((one) => ({ ...one, coder }))),
        );
        if (units.length === 0) return;
        const tuples = candidateTuples(units, 2, usualWeights) ?? [];
        const partition = cheapestPartition(tuples, units.length) ?? NaN;
        expect(disorder(continuum, usualWeights).value).toBeCloseTo(partition / (units.length / 2), 9);
      }),
    );
  });

  it('gives up in words rather than guess where coders and units are too many', () => {
    const crowd = Array.from({ length: 8 }, (_coder, shift) =>
      Array.from({ length: 12 }, (_unit, index) => unit(4 * index + (shift % 3), 4 * index + 3 + (shift % 2))),
    );
    expect(disorder(of(...crowd), usualWeights)).toEqual({ value: null, reason: 'tooLarge' });
  });

  it('says that there is nothing to compare rather than 0', () => {
    expect(disorder(of([unit(1, 5)]), usualWeights)).toEqual({ value: null, reason: 'noPairableUnits' });
    expect(disorder(of([], []), usualWeights)).toEqual({ value: null, reason: 'noUnits' });
  });
});

describe('gamma', () => {
  const near = of([unit(1, 5), unit(6, 10, 'b'), unit(20, 30)], [unit(2, 6), unit(7, 11, 'b'), unit(19, 30)]);

  it('is 1 for identical coders, and the same for the same seed', () => {
    expect(gamma(of([unit(1, 5), unit(9, 12, 'b')], [unit(1, 5), unit(9, 12, 'b')]), choices).value).toBe(1);
    expect(gamma(near, choices)).toEqual(gamma(near, choices));
  });

  it('differs between models of chance, which is why a report names the model', () => {
    expect(gamma(near, choices).value).not.toBeCloseTo(gamma(near, { ...choices, model: 'shuffle' }).value ?? NaN, 3);
  });

  it('falls as units move apart', () => {
    const far = of([unit(1, 5), unit(6, 10, 'b'), unit(20, 30)], [unit(3, 7), unit(9, 13, 'b'), unit(15, 26)]);
    expect(gamma(far, choices).value).toBeLessThan(gamma(near, choices).value ?? NaN);
  });
});

function continua(coders: number, most = 2): fc.Arbitrary<Continuum> {
  const one = fc
    .tuple(fc.nat(20), fc.integer({ min: 1, max: 8 }), fc.constantFrom('a', 'b'))
    .map(([start, length, code]) => unit(start, start + length, code));
  return fc
    .array(fc.array(one, { maxLength: most }), { minLength: coders, maxLength: coders })
    .map((units) => of(...units));
}

/** The cheapest way to put every unit into a tuple with at most one unit per coder, by trying all of them. */
function byTrying({ coders }: Continuum): number {
  const pairs = (coders.length * (coders.length - 1)) / 2;
  const units = coders.flatMap(({ units: own }, coder) => own.map((one) => ({ ...one, coder })));
  const cost = (tuple: typeof units) => {
    const present = tuple.flatMap((one, index) =>
      tuple.slice(index + 1).map((other) => dissimilarity(one, other, usualWeights)),
    );
    return (present.reduce((sum, each) => sum + each, 0) + pairs - present.length) / pairs;
  };
  const place = (index: number, tuples: (typeof units)[]): number => {
    const next = units[index];
    if (!next) return tuples.reduce((sum, tuple) => sum + cost(tuple), 0);
    const joined = tuples.flatMap((tuple, at) =>
      tuple.some(({ coder }) => coder === next.coder) ? [] : [place(index + 1, tuples.with(at, [...tuple, next]))],
    );
    return Math.min(place(index + 1, [...tuples, [next]]), ...joined);
  };
  return place(0, []);
}
