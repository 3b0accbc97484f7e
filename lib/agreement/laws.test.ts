import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coefficients, fleissKappa, setCoefficients } from './coefficients';
import {
  alphaInterval,
  alphaJaccard,
  alphaMasi,
  alphaNominal,
  brennanPrediger,
  cohenKappa,
  gwetAC1,
  negativeAgreement,
  percentAgreement,
  percentAgreementPooled,
  positiveAgreement,
  scottPi,
} from './coefficients';
import type { Coefficient } from './coefficients';
import { momentsOf } from './moments';
import { reasons } from './reasons';
import { addTables, tableOf } from './table';
import type { Row, Table } from './table';
import { writtenTable } from './written-table';

/** Codings of some coders on some units: one row per unit, a category or -1 per coder. */
type Grid = { readonly categories: number; readonly rows: readonly (readonly number[])[] };
type Shape = { readonly coders?: number; readonly categories?: number; readonly missing?: boolean };

const all: readonly Coefficient[] = coefficients;
const numeric = ['krippendorffAlpha.ordinal', 'krippendorffAlpha.interval', 'krippendorffAlpha.ratio'];
const yesAndNo = ['positiveAgreement', 'negativeAgreement'];
const needAllCoders = ['congerKappa', 'percentAgreementAll'];
const twoCoders = ['cohenKappa', 'scottPi'];
const withSingles = ['fleissKappa', 'gwetAC1', 'congerKappa', 'brennanPrediger'];

describe.each(all)('$name', (coefficient) => {
  it.each(coefficient.examples)('is $value in $source', ({ codings, value, digits }) => {
    const estimate = coefficient.estimate(writtenTable(codings));
    expect(Math.abs((estimate.value ?? NaN) - value)).toBeLessThanOrEqual(10 ** -digits);
  });

  it('says where it comes from and when it misleads', () => {
    expect(coefficient.citation).toMatch(/\d{4}|irr/);
    expect(coefficient.limits.length).toBeGreaterThan(40);
    expect(coefficient.examples.length).toBeGreaterThan(0);
  });

  it('is 1 when all agree and at least two categories occur', () => {
    const agreed = {
      categories: 2,
      rows: [
        [1, 1],
        [0, 0],
        [1, 1],
        [0, 0],
        [1, 1],
      ],
    };
    expect(coefficient.estimate(tableFor(agreed)).value).toBeCloseTo(1, 12);
  });

  it('does not depend on the order of coders', () => {
    fc.assert(
      fc.property(grids(), fc.integer(), (grid, turn) => {
        const turned = { ...grid, rows: grid.rows.map((row) => rotate(row, turn)) };
        expectSame(coefficient, tableFor(turned), tableFor(grid));
      }),
    );
  });

  it('does not depend on the order of units', () => {
    fc.assert(
      fc.property(grids(), fc.integer(), (grid, turn) => {
        expectSame(coefficient, tableFor({ ...grid, rows: rotate(grid.rows, turn) }), tableFor(grid));
      }),
    );
  });

  it('has a value of at most 1, or a reason that people can read', () => {
    fc.assert(
      fc.property(grids(), (grid) => {
        const estimate = coefficient.estimate(tableFor(grid));
        if (estimate.value === null) expect(reasons[estimate.reason]).toMatch(/\.$/);
        else expect(estimate.value).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('tells a formula that works out to its value', () => {
    fc.assert(
      fc.property(grids(), (grid) => {
        const { value } = coefficient.estimate(tableFor(grid));
        if (value === null) return;
        expect(workedOut(coefficient.explain(tableFor(grid)).filled)).toBeCloseTo(value, 3);
      }),
    );
  });

  if (![...needAllCoders, ...twoCoders].includes(coefficient.name))
    it('does not change when a coder joins who coded nothing', () => {
      fc.assert(
        fc.property(grids(), (grid) => {
          expectSame(coefficient, tableFor({ ...grid, rows: grid.rows.map((row) => [...row, -1]) }), tableFor(grid));
        }),
      );
    });

  if (!withSingles.includes(coefficient.name))
    it('does not change with a unit that one person coded', () => {
      fc.assert(
        fc.property(grids(), fc.nat(), (grid, seed) => {
          const single = grid.rows[0]?.map((_, coder) => (coder === seed % 2 ? seed % grid.categories : -1)) ?? [];
          expectSame(coefficient, tableFor({ ...grid, rows: [...grid.rows, single] }), tableFor(grid));
        }),
      );
    });

  if (![...numeric, ...yesAndNo].includes(coefficient.name))
    it('takes categories for names only', () => {
      fc.assert(
        fc.property(grids(), fc.integer(), (grid, turn) => {
          const renamed = rotate(
            Array.from({ length: grid.categories }, (_, category) => category),
            turn,
          );
          const rows = grid.rows.map((row) => row.map((category) => (category < 0 ? -1 : (renamed[category] ?? 0))));
          expectSame(coefficient, tableFor({ ...grid, rows }), tableFor(grid));
        }),
      );
    });

  it('is the same on the sum of tables as on all units counted together', () => {
    fc.assert(
      fc.property(grids(), fc.nat(30), (grid, cut) => {
        const parts = [grid.rows.slice(0, cut), grid.rows.slice(cut)].map((rows) => tableFor({ ...grid, rows }));
        const whole = tableFor(grid);
        expectSame(coefficient, addTables(whole.coders, parts), whole);
      }),
    );
  });
});

describe.each(setCoefficients)('$name', ({ estimate, limits, citation }) => {
  const overSets = (units: readonly string[]): Table => {
    const categories = ['-', 'A', 'B', 'AB'];
    return { ...writtenTable({ categories, units }), sets: [[], ['A'], ['B'], ['A', 'B']] };
  };

  it('says where it comes from and when it misleads', () => {
    expect(citation).toMatch(/2006/);
    expect(limits.length).toBeGreaterThan(40);
  });

  it('is 1 when all agree and at least two sets occur, no codes at all being one of them', () => {
    expect(estimate(overSets(['A A A', '- - -', 'AB AB .'])).value).toBe(1);
  });

  it('is below 1 as soon as two coders share one code and differ on another', () => {
    expect(estimate(overSets(['A AB', '- -', 'B B'])).value).toBeLessThan(1);
  });

  it('is undefined where nobody put any code, and where no unit has two coders', () => {
    expect(estimate(overSets(['- -', '- -']))).toEqual({ value: null, reason: 'noVariation' });
    expect(estimate(overSets(['A .', '. B']))).toEqual({ value: null, reason: 'noPairableUnits' });
  });
});

describe('laws between coefficients', () => {
  it('complete data: alpha = kappa + (1 - kappa) / (N m)', () => {
    fc.assert(
      fc.property(grids({ missing: false }), (grid) => {
        const table = tableFor(grid);
        const kappa = fleissKappa.estimate(table).value;
        if (kappa === null) return;
        const size = grid.rows.length * table.coders.length;
        expect(alphaNominal.estimate(table).value).toBeCloseTo(kappa + (1 - kappa) / size, 10);
      }),
    );
  });

  it('two coders: alpha = pi + (1 - pi) / 2n, and pi <= kappa <= percent agreement', () => {
    fc.assert(
      fc.property(grids({ coders: 2 }), (grid) => {
        const table = tableFor(grid);
        const pi = scottPi.estimate(table).value;
        const kappa = cohenKappa.estimate(table).value;
        if (pi === null || kappa === null) return;
        expect(alphaNominal.estimate(table).value).toBeCloseTo(pi + (1 - pi) / (2 * momentsOf(table).pairable), 10);
        expect(pi).toBeLessThanOrEqual(kappa + 1e-12);
        expect(kappa).toBeLessThanOrEqual((percentAgreement.estimate(table).value ?? 0) + 1e-12);
      }),
    );
  });

  it('Brennan-Prediger = (q po - 1) / (q - 1)', () => {
    fc.assert(
      fc.property(grids(), (grid) => {
        const po = percentAgreement.estimate(tableFor(grid)).value;
        if (po === null) return;
        const q = grid.categories;
        expect(brennanPrediger.estimate(tableFor(grid)).value).toBeCloseTo((q * po - 1) / (q - 1), 10);
      }),
    );
  });

  it('yes and no: nominal alpha = interval alpha, and a code has the alpha of its complement', () => {
    fc.assert(
      fc.property(grids({ categories: 2 }), (grid) => {
        const table = tableFor(grid);
        const complement = tableFor({
          ...grid,
          rows: grid.rows.map((row) => row.map((said) => (said < 0 ? -1 : 1 - said))),
        });
        const alpha = alphaNominal.estimate(table).value;
        if (alpha === null) return;
        expect(alphaInterval.estimate(table).value).toBeCloseTo(alpha, 10);
        expect(alphaNominal.estimate(complement).value).toBeCloseTo(alpha, 10);
        expect(positiveAgreement.estimate(complement).value).toEqual(negativeAgreement.estimate(table).value);
      }),
    );
  });

  it('AC1 = Brennan-Prediger = pi where both answers are equally common', () => {
    fc.assert(
      fc.property(grids({ categories: 2, coders: 2, missing: false }), (grid) => {
        const mirrored = grid.rows.map((row) => row.map((said) => 1 - said));
        const table = tableFor({ ...grid, rows: [...grid.rows, ...mirrored] });
        const bp = brennanPrediger.estimate(table).value ?? NaN;
        expect(gwetAC1.estimate(table).value).toBeCloseTo(bp, 10);
        expect(scottPi.estimate(table).value).toBeCloseTo(bp, 10);
      }),
    );
  });

  it('alpha over sets of exactly one code is nominal alpha, whatever the distance of sets', () => {
    fc.assert(
      fc.property(grids(), (grid) => {
        const single = tableFor(grid);
        const sets: Table = { ...single, sets: single.categories.map((code) => [code]) };
        for (const { estimate } of setCoefficients)
          expectSame(
            { estimate: (table) => (table === sets ? estimate(sets) : alphaNominal.estimate(table)) },
            sets,
            single,
          );
      }),
    );
  });

  it('MASI and Jaccard count a partly equal set as partly agreed', () => {
    const sets = {
      ...writtenTable({ categories: ['A', 'AB', 'C'], units: ['A AB', 'C C', 'AB AB'] }),
      sets: [['A'], ['A', 'B'], ['C']],
    };
    const [strict, ...lenient] = setCoefficients.map((coefficient) => coefficient.estimate(sets).value ?? NaN);
    for (const value of lenient) expect(value).toBeGreaterThan(strict ?? NaN);
    expect(alphaMasi.estimate(sets).value).toBeLessThan(alphaJaccard.estimate(sets).value ?? NaN);
  });

  it('a unit that one person coded moves Fleiss and AC1 through the shares, and only so', () => {
    const codings = ['y y', 'y n', 'n n', 'y y'];
    const without = writtenTable({ categories: ['y', 'n'], units: codings });
    const with1 = writtenTable({ categories: ['y', 'n'], units: [...codings, 'y .'] });
    expect(fleissKappa.estimate(with1).value).not.toBeCloseTo(fleissKappa.estimate(without).value ?? NaN, 6);
    expect(gwetAC1.estimate(with1).value).not.toBeCloseTo(gwetAC1.estimate(without).value ?? NaN, 6);
    expect(brennanPrediger.estimate(with1).value).toBe(brennanPrediger.estimate(without).value);
  });

  it('both/only A/only B/all 600/200/200/10,000 give Cohen .728, and 500/250/250/1,000 give -.333', () => {
    const kappa = (counts: number[][]) => cohenKappa.estimate(writtenTable({ counts })).value;
    expect(
      kappa([
        [9000, 200],
        [200, 600],
      ]),
    ).toBeCloseTo(0.728, 3);
    expect(
      kappa([
        [0, 250],
        [250, 500],
      ]),
    ).toBeCloseTo(-0.333, 3);
  });

  it('AC1 and Brennan-Prediger ask how many categories the codebook has, not how many were used', () => {
    const used = writtenTable({ categories: ['a', 'b'], units: ['a a', 'b b', 'a b'] });
    const declared = writtenTable({ categories: ['a', 'b', 'c'], units: ['a a', 'b b', 'a b'] });
    for (const coefficient of [gwetAC1, brennanPrediger]) {
      expect(coefficient.estimate(declared).value).toBeGreaterThan(coefficient.estimate(used).value ?? NaN);
    }
    expectSame(alphaNominal, declared, used);
  });

  it('a coder who coded nothing leaves Conger and agreement of all coders undefined, and only these', () => {
    const units = ['1 1 .', '2 2 .', '1 2 .'];
    const table = writtenTable({ categories: ['1', '2'], units });
    const undefinedOnes = all.filter(
      ({ name, estimate }) => estimate(table).value === null && !twoCoders.includes(name),
    );
    expect(undefinedOnes.map(({ name, estimate }) => [name, estimate(table)])).toEqual([
      ['percentAgreementAll', { value: null, reason: 'noUnitCodedByAll' }],
      ['congerKappa', { value: null, reason: 'coderWithoutCodings' }],
    ]);
  });

  it('has three percent agreements for one table with missing codings, and names each', () => {
    const table = writtenTable(percentAgreement.examples[0]?.codings ?? { counts: [] });
    expect(percentAgreement.estimate(table).value).toBeCloseTo(0.818, 3);
    expect(percentAgreementPooled.estimate(table).value).toBeCloseTo(0.782, 3);
  });
});

function grids({ coders, categories, missing = true }: Shape = {}): fc.Arbitrary<Grid> {
  const sizes = fc.tuple(
    coders ? fc.constant(coders) : fc.integer({ min: 2, max: 5 }),
    categories ? fc.constant(categories) : fc.integer({ min: 2, max: 4 }),
  );
  return sizes.chain(([width, kinds]) => {
    const cell = fc.integer({ min: missing ? -1 : 0, max: kinds - 1 });
    const row = fc.array(cell, { minLength: width, maxLength: width });
    return fc.array(row, { minLength: 1, maxLength: 25 }).map((rows) => ({ categories: kinds, rows }));
  });
}

function tableFor({ categories, rows }: Grid): Table {
  const labels = Array.from({ length: categories }, (_, category) => String(category + 1));
  const coders = (rows[0] ?? [0, 0]).map((_, coder) => `coder ${coder}`);
  const frame = { categories: labels, scale: labels.map(Number), sets: null, coders, identity: true };
  return tableOf(
    frame,
    rows.map((cells): Row => ({ units: 1, cells })),
  );
}

function rotate<T>(list: readonly T[], turn: number): T[] {
  const by = ((turn % list.length) + list.length) % list.length || 0;
  return [...list.slice(by), ...list.slice(0, by)];
}

/** Same value to rounding, or both undefined for the same reason. */
function expectSame({ estimate }: Pick<Coefficient, 'estimate'>, table: Table, like: Table): void {
  const one = estimate(table);
  const other = estimate(like);
  if (one.value === null || other.value === null) expect(one).toEqual(other);
  else expect(one.value).toBeCloseTo(other.value, 9);
}

/** Works out a filled formula of numbers, + - / · and brackets. */
function workedOut(filled: string): number {
  const tokens = filled.match(/\d+(?:\.\d+)?|[-+/·()]/g) ?? [];
  let at = 0;
  const factor = (): number => {
    const token = tokens[at];
    at += 1;
    if (token === '-') return -factor();
    if (token !== '(') return Number(token);
    const inside = sum();
    at += 1;
    return inside;
  };
  const product = (): number => {
    let value = factor();
    for (; tokens[at] === '·' || tokens[at] === '/';) {
      at += 1;
      value = tokens[at - 1] === '·' ? value * factor() : value / factor();
    }
    return value;
  };
  const sum = (): number => {
    let value = product();
    for (; tokens[at] === '+' || tokens[at] === '-';) {
      at += 1;
      value = tokens[at - 1] === '+' ? value + product() : value - product();
    }
    return value;
  };
  return sum();
}
