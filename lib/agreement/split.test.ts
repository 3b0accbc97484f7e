import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { report } from './report';
import { split } from './split';
import { drawnDocument, drawnStudy, usualChoices } from './testing/drawn-study';
import { randomStudy } from './testing/random-study';

/** Ana and Ben read Persian and always agree; Chi and Dan do not and agree with each other half the time. */
const study = drawnStudy([
  drawnDocument('d1', {
    ana: '{A|a.|A} b. {A|c.|A} d.',
    ben: '{A|a.|A} b. {A|c.|A} d.',
    chi: 'a. {A|b.|A} c. d.',
    dan: '{A|a.|A} {A|b.|A} c. d.',
  }),
]);
const reads = new Map([
  ['ana', ['Persian']],
  ['ben', ['Persian', 'Turkish']],
  ['chi', ['English']],
  ['dan', ['English']],
]);

describe('coders split by what they read', () => {
  const { rows, unsaid } = split(study, usualChoices, reads);

  it('has a row for every value that two of them share, and one for pairs with nothing in common', () => {
    expect(rows.map(({ value, pairs, coderIds }) => [value, pairs, coderIds])).toEqual([
      ['English', 1, ['chi', 'dan']],
      ['Persian', 1, ['ana', 'ben']],
      [null, 4, ['ana', 'ben', 'chi', 'dan']],
    ]);
    expect(unsaid).toEqual([]);
  });

  it('counts within a group what one counts by hand', () => {
    expect(rows[1]?.alpha.value).toBe(1);
    // Four sentences, both yes on one and differing on one: 8 codings, 3 yes; alpha = 1 - 7·2 / (2·3·5) = 8/15.
    expect(rows[0]?.codes[0]?.alpha.value).toBeCloseTo(8 / 15, 12);
    expect(rows[0]?.percent.value).toBe(0.75);
  });

  it('counts across groups each pair of coders once', () => {
    // Ana-Chi and Ben-Chi agree on d alone; Ana-Dan and Ben-Dan on a and d: 6 of 16.
    expect(rows[2]?.percent.value).toBeCloseTo(6 / 16, 12);
  });
});

it('gives a group of two what a report on these two gives', () => {
  const two = split(
    randomStudy(),
    usualChoices,
    new Map([
      ['ana', ['x']],
      ['chi', ['x']],
      ['ben', ['y']],
    ]),
  );
  const alone = report(randomStudy(), { ...usualChoices, coderIds: ['ana', 'chi'] });
  expect(two.rows[0]?.alpha.value).toBeCloseTo(alone.overall.alpha.value ?? NaN, 12);
  alone.codes.forEach(({ codeId, alpha }, index) => {
    expect(two.rows[0]?.codes[index]).toMatchObject({ codeId });
    expect(two.rows[0]?.codes[index]?.alpha.value).toBeCloseTo(alpha.value ?? NaN, 12);
  });
});

it('leaves out who has no value, and gives no interval and no standard error that would be too narrow', () => {
  const { rows, unsaid } = split(
    study,
    usualChoices,
    new Map([
      ['ana', ['x']],
      ['ben', ['x']],
    ]),
  );
  expect(unsaid).toEqual(['chi', 'dan']);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.alpha).toMatchObject({ interval: null, analytic: null });
});

it('whatever the groups, pairs within and between are all pairs once when groups do not overlap', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: 3, maxLength: 3 }), (drawn) => {
      const values = new Map(['ana', 'ben', 'chi'].map((coder, index) => [coder, [drawn[index] ?? 'x']]));
      const { rows } = split(randomStudy(), usualChoices, values);
      expect(rows.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(3);
    }),
  );
});
