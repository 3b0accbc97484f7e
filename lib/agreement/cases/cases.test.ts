import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerFile } from './answer-file';
import type { Answer } from './answer';

/** A reference case: input, and what an exact implementation gives for it. */
type Case = {
  readonly published?: Readonly<Record<string, string>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly expectedPairs?: readonly Readonly<Record<string, unknown>>[];
  readonly expectedSpanMatching?: readonly Readonly<Record<string, unknown>>[];
  readonly expectedApprox?: Readonly<
    Record<string, { readonly value: number | readonly number[]; readonly tolerance: number }>
  >;
  readonly nullReasons?: Readonly<Record<string, string>>;
};

const own = new URL('published/', import.meta.url);
const folders = [
  own,
  ...['published', 'fuzz', 'spans'].map((name) => new URL(`../../../../shared/agreement/${name}/`, import.meta.url)),
];

describe.each(folders.filter((folder) => existsSync(folder)))('%s', (folder) => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

  it.each(files)('%s comes out as its authors have it', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const wanted = JSON.parse(text) as Case;
    const answer = answerFile(file, text, { resample: wanted.expectedApprox !== undefined });
    compare(answer.measures, wanted.expected, file);
    compareLists(answer.pairs, wanted.expectedPairs ?? []);
    compareLists(answer.spanMatching, wanted.expectedSpanMatching ?? []);
    for (const [name, reason] of Object.entries(wanted.nullReasons ?? {}))
      expect(answer.reasons[name], name).toBe(reason);
    compareResampled(answer, wanted);
  });

  it.each(files)('%s agrees with what was printed, to the last digit but one unit', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const { published = {}, expected } = JSON.parse(text) as Case;
    const { measures } = answerFile(file, text, { resample: false });
    if (folder !== own) return expect(Object.keys(measures)).toEqual(expect.arrayContaining(Object.keys(expected)));
    for (const [name, printed] of Object.entries(published)) {
      const unit = 10 ** -(printed.split('.')[1] ?? '').length;
      expect(Math.abs(Number(measures[name]) - Number(printed)), name).toBeLessThan(unit);
    }
  });
});

it('gives no measure that a complete matrix case does not list', () => {
  const text = readFileSync(new URL('krippendorff-1980-p139.json', own), 'utf8');
  const { measures, spanMatching, reasons } = answerFile('case.json', text, { resample: false });
  expect(Object.keys(measures).sort()).toEqual(Object.keys((JSON.parse(text) as Case).expected).sort());
  expect([spanMatching, reasons]).toEqual([[], {}]);
});

/** Values to 1e-9; standard errors and intervals, which iterate for the t quantile, to 1e-8. */
function compare(
  got: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
  place: string,
): void {
  for (const [name, value] of Object.entries(wanted)) {
    const here = `${place} ${name}`;
    if (typeof value === 'number')
      close(got[name], value, { here, tolerance: /\.(se|nullSE)$/.test(name) ? 1e-8 : 1e-9 });
    else if (Array.isArray(value))
      value.forEach((end: number, index) => close((got[name] as number[])[index], end, { here, tolerance: 1e-8 }));
    else if (value !== null && typeof value === 'object')
      compare(got[name] as Record<string, unknown>, value as Record<string, unknown>, here);
    else expect(got[name], here).toBe(value);
  }
}

function close(got: unknown, wanted: number, { here, tolerance }: { here: string; tolerance: number }): void {
  expect(Math.abs(Number(got ?? NaN) - wanted), `${here}: ${String(got)} for ${wanted}`).toBeLessThanOrEqual(tolerance);
}

function compareLists(
  got: readonly Readonly<Record<string, unknown>>[],
  wanted: readonly Readonly<Record<string, unknown>>[],
): void {
  expect(got.map(({ a, b }) => [a, b])).toEqual(wanted.map(({ a, b }) => [a, b]));
  wanted.forEach((entry, index) => compare(got[index] ?? {}, entry, `${String(entry.a)}-${String(entry.b)}`));
}

function compareResampled({ measures }: Answer, { expectedApprox = {} }: Case): void {
  for (const [name, { value, tolerance }] of Object.entries(expectedApprox)) {
    const ends = [value].flat();
    const got = [measures[name]].flat() as number[];
    ends.forEach((end, index) => close(got[index], end, { here: name, tolerance }));
  }
}
