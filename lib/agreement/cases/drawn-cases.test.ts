import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { reasons } from '../reasons';
import * as naive from '../testing/naive';
import type { Matrix } from '../testing/naive';
import { answerFile } from './answer-file';
import type { Answer } from './answer';

/** Labels that trip programs: names of an object's own, numbers as text, other scripts, white space, signs of CSV. */
const awkward = [
  'constructor',
  '__proto__',
  'toString',
  '1',
  '01',
  '1.0',
  'a',
  'A',
  ' a',
  'é',
  'e\u0301',
  'کد',
  '😀',
  'x,y',
  'x"y',
  'x|y',
  'NaN',
  'null',
  '-',
  '{}x',
];

function some<T>(...values: T[]): fc.Arbitrary<T[]> {
  return fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });
}

function answer(plain: unknown): Answer {
  return answerFile('case.json', JSON.stringify(plain), { resample: false });
}

function expectValue(got: unknown, wanted: number | null, name: string): void {
  if (wanted === null) expect(got, name).toBeNull();
  else expect(Math.abs(Number(got ?? NaN) - wanted), `${name}: ${String(got)} for ${wanted}`).toBeLessThanOrEqual(1e-9);
}

/** Whatever the case: every null has one of the README's reasons under its own key, and nothing is NaN or infinite. */
function expectSound({ measures, pairs, spanMatching, reasons: given }: Answer): void {
  const walk = (value: unknown, key: string): string[] => {
    if (value === null) return [key];
    if (typeof value === 'number') expect(Number.isFinite(value), key).toBe(true);
    if (typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([name, inner]) => walk(inner, key === '' ? name : `${key}.${name}`));
  };
  const ofLists = (list: Answer['pairs'], name: string) =>
    list.flatMap(({ a, b, ...rest }) => walk(rest, `${name}[${String(a)},${String(b)}]`));
  const undefinedKeys = [...walk(measures, ''), ...ofLists(pairs, 'pairs'), ...ofLists(spanMatching, 'spanMatching')];
  expect(Object.keys(given).sort()).toEqual(undefinedKeys.sort());
  for (const reason of Object.values(given)) expect(Object.hasOwn(reasons, reason)).toBe(true);
}

/** Slow machines take their time over the definitions to the letter. */
vi.setConfig({ testTimeout: 30_000 });

describe('matrices', () => {
  type Drawn = { categories: (string | number)[]; coders: string[]; rows: string[][] };
  const drawn = fc
    .record({
      categories: fc.oneof(some<string | number>(...awkward), some<string | number>(0, 1, 2, 5, 7.5, 1_000_000)),
      coders: fc.uniqueArray(fc.constantFrom(...awkward), { minLength: 1, maxLength: 4 }),
    })
    .chain(({ categories, coders }): fc.Arbitrary<Drawn> => {
      const cell = fc.constantFrom('', ...categories.map(String), ...categories.map(String));
      const row = fc.array(cell, { minLength: coders.length, maxLength: coders.length });
      return fc.array(row, { maxLength: 9 }).map((rows) => ({ categories, coders, rows }));
    });

  it('come out as their definitions do when they are followed to the letter', () => {
    fc.assert(
      fc.property(drawn, ({ categories, coders, rows }) => {
        const labels = categories.map(String);
        const numeric = categories.every((category) => typeof category === 'number');
        const metrics = numeric ? ['nominal', 'ordinal', 'interval', 'ratio'] : ['nominal'];
        const got = answer({ kind: 'matrix', categories, coders, metrics, csv: csvOf(coders, rows) });
        expectSound(got);
        const wanted = valuesOf(rows, labels);
        if (numeric) {
          const order = labels.toSorted((a, b) => Number(a) - Number(b));
          wanted['krippendorffAlpha.ordinal'] = naive.alpha(rows, naive.ordinal(rows, order));
          wanted['krippendorffAlpha.interval'] = naive.alpha(rows, naive.interval);
          wanted['krippendorffAlpha.ratio'] = naive.alpha(rows, naive.ratio);
        }
        for (const [name, value] of Object.entries(wanted)) expectValue(got.measures[name], value, name);
        expect(got.measures.unitsPairable).toBe(rows.filter((row) => row.filter(Boolean).length > 1).length);
        if (coders.length === 2) expectValue(got.measures.cohenKappa, naive.cohen(rows), 'cohenKappa');
        if (coders.length < 3) return;
        expect(got.pairs.map(({ a, b }) => [a, b])).toEqual(
          naive.pairsOf(coders.length).map(([a, b]) => [coders[a], coders[b]]),
        );
        naive.pairsOf(coders.length).forEach(([a, b], index) => {
          const two = naive.columns(rows, a, b).filter((unit) => !unit.includes(''));
          expect(got.pairs[index]?.n).toBe(two.length);
          for (const [name, value] of Object.entries({ ...ofTwo(two), ...valuesOf(two, labels) }))
            if (name in (got.pairs[index] ?? {})) expectValue(got.pairs[index]?.[name], value, name);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('as bare CSV give what the same case gives as JSON', () => {
    fc.assert(
      fc.property(drawn, ({ coders, rows }) => {
        const seen = [...new Set(rows.flat().filter(Boolean))];
        fc.pre(seen.length > 0 && !seen.every((cell) => /^-?\d+(\.\d+)?$/.test(cell)));
        const csv = csvOf(coders, rows);
        expect(answerFile('m.csv', csv, { resample: false })).toEqual(
          answer({ kind: 'matrix', categories: seen, metrics: ['nominal'], csv }),
        );
      }),
    );
  });
});

function ofTwo(units: Matrix) {
  return { cohenKappa: naive.cohen(units), scottPi: naive.scott(units) };
}

function valuesOf(rows: Matrix, labels: readonly string[]): Record<string, number | null> {
  return {
    'krippendorffAlpha.nominal': naive.alpha(rows),
    percentAgreement: naive.percent(rows),
    percentAgreementPooled: naive.percentPooled(rows),
    percentAgreementAll: naive.percentAll(rows),
    fleissKappa: naive.fleiss(rows, labels),
    gwetAC1: naive.ac1(rows, labels),
    brennanPrediger: naive.brennan(rows, labels),
    ...((rows[0]?.length ?? 0) > 2
      ? {
          'cohenKappa.mean': naive.meanOfPairs(rows, rows[0]!.length, naive.cohen),
          'scottPi.mean': naive.meanOfPairs(rows, rows[0]!.length, naive.scott),
        }
      : {}),
  };
}

function csvOf(coders: readonly string[], rows: Matrix): string {
  const cell = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return [['unit', ...coders], ...rows.map((row, index) => [`${index + 1}`, ...row])]
    .map((line) => `${line.map(cell).join(',')}\n`)
    .join('');
}

describe('spans', () => {
  const text = 'One two. \u00a0Three 😀 four!\n\nFive  six.';
  const table = {
    word: cut(/\S+/g),
    sentence: cut(/[^\s.!][^.!\n]*[.!]/g),
    paragraph: cut(/\S[^\n]*/g),
    document: [[0, text.length]],
  };
  const span = fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }));
  const names = fc.uniqueArray(fc.constantFrom(...awkward), { minLength: 1, maxLength: 3 });
  const drawn = fc.record({
    codes: names,
    coders: names,
    coded: fc.array(fc.subarray(['d1', 'd2']), { minLength: 3, maxLength: 3 }),
    marks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('d1', 'd2'), span), { maxLength: 10 }),
  });

  function cut(pattern: RegExp): number[][] {
    return [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length]);
  }

  it('come out as an expanded matrix of units does, at every level and by either rule', () => {
    fc.assert(
      fc.property(drawn, ({ codes, coders, coded, marks }) => {
        const annotations = marks.map(([coder, code, doc, place]) => ({
          coder: coders[coder % coders.length]!,
          code: codes[code % codes.length]!,
          doc,
          ...place,
        }));
        const docs = ['d1', 'd2'].map((id) => ({ id, text, length: text.length, units: table }));
        const people = coders.map((name, index) => ({ name, coded: coded[index]! }));
        const got = answer({ kind: 'spans', codes, docs, coders: people, annotations });
        expectSound(got);
        const isText = (at: number) => text[at]!.trim() !== '';
        for (const [level, rule] of [
          ...['char', 'charNonSpace'].map((each) => [each, 'any']),
          ...Object.keys(table).flatMap((each) => [
            [each, 'any'],
            [each, 'half'],
          ]),
        ] as [string, string][]) {
          const places = Array.from({ length: text.length }, (_, at) => [at, at + 1]);
          const units =
            level === 'char'
              ? places
              : level === 'charNonSpace'
                ? places.filter(([at]) => isText(at!))
                : table[level as keyof typeof table];
          for (const code of codes) {
            const rows = ['d1', 'd2'].flatMap((doc) =>
              units.map(([start, end]) =>
                people.map(({ name, coded: done }) => {
                  if (!done.includes(doc)) return '';
                  const all = Array.from({ length: end! - start! }, (_, step) => start! + step).filter(
                    (at) => level === 'char' || isText(at),
                  );
                  const on = all.filter((at) =>
                    annotations.some(
                      (each) =>
                        each.coder === name &&
                        each.code === code &&
                        each.doc === doc &&
                        each.start <= at &&
                        at < each.end,
                    ),
                  );
                  return on.length > 0 && (rule === 'any' || 2 * on.length >= all.length) ? 'yes' : 'no';
                }),
              ),
            );
            const found = (got.measures[`${level}.${rule}`] as Record<string, Record<string, unknown>>)[code]!;
            const {
              'krippendorffAlpha.nominal': alpha,
              percentAgreement,
              fleissKappa,
              gwetAC1,
              brennanPrediger,
            } = valuesOf(rows, ['no', 'yes']);
            for (const [name, value] of Object.entries({
              'krippendorffAlpha.nominal': alpha,
              percentAgreement,
              fleissKappa,
              gwetAC1,
              brennanPrediger,
            }))
              expectValue(found[name], value!, `${level}.${rule}.${code}.${name}`);
            expect(found.units).toBe(rows.filter((row) => row.some(Boolean)).length);
            expectValue(
              found['cohenKappa.mean'],
              naive.meanOfPairs(rows, people.length, naive.cohen),
              'cohenKappa.mean',
            );
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('continua', () => {
  const unit = fc
    .tuple(fc.nat(29), fc.integer({ min: 1, max: 9 }), fc.constantFrom(...awkward))
    .map(([start, length, code]) => ({ start, end: Math.min(30, start + length), code }));
  const coder = fc.record({ name: fc.constantFrom(...awkward), units: fc.array(unit, { maxLength: 5 }) });

  it('of any make, overlapping or empty, of one coder or many, have values or reasons', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(coder, { selector: ({ name }) => name, maxLength: 4 }),
        fc.boolean(),
        (coders, gamma) => {
          const parameters = gamma ? { parameters: { alpha: 1, beta: 1, deltaEmpty: 1 } } : {};
          expectSound(answer({ kind: 'continuum', length: 30, coders, ...parameters }));
        },
      ),
      { numRuns: 100 },
    );
  });
});
