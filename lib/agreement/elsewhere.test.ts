import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { csvCase } from './cases/matrix-case';
import { alphaNominal, cohenKappa, scottPi } from './coefficients';
import { allPairs, pairTable } from './pair-table';
import { gather } from './gather';
import { unitRows } from './raw-matrix';
import { report } from './report';
import { usualChoices } from './testing/drawn-study';
import { randomStudy } from './testing/random-study';

/** What testing/elsewhere/recompute.py printed for the matrices beside it. */
type Pair = { readonly alpha: number; readonly cohen: number; readonly scott: number };
type Elsewhere = Readonly<Record<string, { readonly alpha: number; readonly pairs: Readonly<Record<string, Pair>> }>>;

const here = new URL('testing/elsewhere/', import.meta.url);
const elsewhere = JSON.parse(readFileSync(new URL('recomputed.json', here), 'utf8')) as Elsewhere;

describe.each([
  ['sentences.csv', 'sentence'],
  ['words.csv', 'word'],
] as const)('the exported matrix %s', (file, unit) => {
  const choices = { ...usualChoices, unit };
  const exported = [...unitRows(gather(randomStudy(), choices), 'A', new Map())].join('');

  it('is the one that was computed elsewhere', () => {
    expect(exported.replaceAll('\r\n', '\n')).toBe(readFileSync(new URL(file, here), 'utf8'));
  });

  it('has the alpha that another program finds in it', () => {
    const code = report(randomStudy(), choices).codes.find(({ codeId }) => codeId === 'A');
    expect(code?.alpha.value).toBeCloseTo(elsewhere[file]?.alpha ?? NaN, 12);
  });

  it('has the coefficients that another program finds for each pair of coders', () => {
    const { table } = csvCase(exported);
    const found = allPairs(table).map((pair) => {
      const both = pairTable(table, pair);
      const values = {
        alpha: alphaNominal.estimate(both).value,
        cohen: cohenKappa.estimate(both).value,
        scott: scottPi.estimate(both).value,
      };
      return [`${table.coders[pair.a]}-${table.coders[pair.b]}`, values] as const;
    });
    expect(found.map(([name]) => name)).toEqual(Object.keys(elsewhere[file]?.pairs ?? {}));
    for (const [name, values] of found) {
      for (const measure of ['alpha', 'cohen', 'scott'] as const)
        expect(values[measure]).toBeCloseTo(elsewhere[file]?.pairs[name]?.[measure] ?? NaN, 12);
    }
  });
});

/** irr is not everywhere: where it is missing, what NLTK found stands in for it. */
const hasIrr = spawnSync('Rscript', ['-e', 'quit(status = !requireNamespace("irr", quietly = TRUE))']).status === 0;

it.skipIf(!hasIrr)('R’s irr finds the same kappa and alpha for each pair in the exported matrices', () => {
  const [script, ...files] = ['recompute.R', ...Object.keys(elsewhere)].map((file) =>
    fileURLToPath(new URL(file, here)),
  );
  const { stdout, stderr } = spawnSync('Rscript', [script ?? '', ...files], { encoding: 'utf8' });
  const lines = stdout.trim().split('\n');
  expect(lines, stderr).toHaveLength(Object.values(elsewhere).flatMap(({ pairs }) => Object.keys(pairs)).length);
  for (const line of lines) {
    const [file = '', pair = '', kappa, alpha] = line.split(',');
    expect(Number(kappa)).toBeCloseTo(elsewhere[file]?.pairs[pair]?.cohen ?? NaN, 12);
    expect(Number(alpha)).toBeCloseTo(elsewhere[file]?.pairs[pair]?.alpha ?? NaN, 12);
  }
});
