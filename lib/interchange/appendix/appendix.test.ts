import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { report, type Choices, type ReportInput } from '@/lib/agreement';
import { answerFile } from '@/lib/agreement/cases';
import { randomStudy } from '@/lib/agreement/testing/random-study';
import { zipped } from '../zip-write';
import { appendixEntries, type Appendix } from './appendix';

/** Nothing of the engine: alpha, percent and kappa as a reader of the files would write them down. */
type Codings = readonly (readonly string[])[];

type Distance = (one: string, other: string) => number;
const differ: Distance = (one, other) => (one === other ? 0 : 1);

function alpha(units: Codings, distance = differ): number {
  const pairable = units.map((unit) => unit.filter((value) => value !== '')).filter((unit) => unit.length > 1);
  const all = pairable.flat();
  const within = pairable
    .map((unit) => pairSum(unit, distance) / (unit.length - 1))
    .reduce((sum, each) => sum + each, 0);
  return 1 - ((all.length - 1) * within) / pairSum(all, distance);
}

function pairSum(values: readonly string[], distance: Distance): number {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, { length }]) => [value, length] as const);
  return counts.reduce((sum, [a, n]) => sum + counts.reduce((part, [b, m]) => part + n * m * distance(a, b), 0), 0);
}

function masi(one: string, other: string): number {
  const [a, b] = [one, other].map((set) => new Set(set.slice(1, -1).split('|').filter(Boolean))) as [
    Set<string>,
    Set<string>,
  ];
  const common = [...a].filter((code) => b.has(code)).length;
  if (common === 0) return a.size + b.size === 0 ? 0 : 1;
  const kind = a.size === b.size && common === a.size ? 1 : common === Math.min(a.size, b.size) ? 2 / 3 : 1 / 3;
  return 1 - (common / (a.size + b.size - common)) * kind;
}

function kappa(pairs: readonly (readonly [string, string])[]): number {
  const share = (holds: (pair: readonly [string, string]) => boolean) => pairs.filter(holds).length / pairs.length;
  const chance = ['0', '1'].reduce((sum, said) => sum + share(([a]) => a === said) * share(([, b]) => b === said), 0);
  return (share(([a, b]) => a === b) - chance) / (1 - chance);
}

const choices: Choices = { unit: 'word', rule: 'any', rollUp: false, seed: 1, replicates: 200 };
let files: Record<string, string>;
let counted: Appendix;

/** Three coders of whom two have one name and one a name that a spreadsheet would run. */
function study(): ReportInput {
  return {
    ...randomStudy(),
    coders: [
      { id: 'ana', name: 'Ana, "A"' },
      { id: 'ben', name: '=1+1' },
      { id: 'chi', name: '=1+1' },
    ],
  };
}

function table(name: string): Record<string, string>[] {
  return parse(files[name] ?? '', { columns: true }) as Record<string, string>[];
}

function grid(name: string): string[][] {
  return (parse(files[name] ?? '') as string[][]).slice(1).map((row) => row.slice(1));
}

function turned(rows: string[][]): string[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));
}

beforeAll(async () => {
  const input = study();
  const documents = input.documents.map(({ id, title, text }) => ({
    id,
    title,
    sha256: `sum of ${id}`,
    length: text.length,
  }));
  const coders = input.coders.map((coder) => ({ ...coder, attributes: { reads: 'Persian; Turkish' } }));
  counted = {
    report: report(input, choices),
    input,
    choices,
    methods: ['What was done.'],
    documents,
    coders,
    codebookVersion: 7,
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of zipped(appendixEntries(counted))) pieces.push(piece);
  files = Object.fromEntries(
    Object.entries(unzipSync(Buffer.concat(pieces))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
});

describe('every number of the report comes out of the files again, by other means', () => {
  it.each(['c01', 'c02'])('alpha and percent of %s, from either layout', (label) => {
    const code = counted.report.codes[Number(label.slice(1)) - 1];
    const rows = grid(`matrix/units-in-rows/${label}.csv`);
    expect(alpha(rows)).toBeCloseTo(code?.alpha.value ?? NaN, 12);
    expect(turned(grid(`matrix/coders-in-rows/${label}.csv`))).toEqual(rows);
    const shown = table('tables/codes.csv').find(({ code: each }) => each === label);
    expect(Number(shown?.krippendorff_alpha)).toBe(code?.alpha.value);
    expect(rows.filter((row) => row.filter(Boolean).length > 1)).toHaveLength(Number(shown?.units_compared));
    expect(rows.flat().filter((cell) => cell === '1')).toHaveLength(Number(shown?.yes));
  });

  it('alpha with MASI distance, from the matrix of sets', () => {
    expect(alpha(grid('matrix/sets.csv'), masi)).toBeCloseTo(counted.report.overall.alpha.value ?? NaN, 12);
  });

  it('Cohen’s kappa of every pair on every code', () => {
    const heads = (parse(files['matrix/units-in-rows/c01.csv'] ?? '') as string[][])[0] ?? [];
    const pairs = table('tables/pairs.csv');
    expect(pairs).toHaveLength(6);
    for (const { code, coder_a, coder_b, cohen_kappa, n } of pairs) {
      const [a, b] = [heads.indexOf(coder_a ?? '') - 1, heads.indexOf(coder_b ?? '') - 1];
      const both = grid(`matrix/units-in-rows/${code}.csv`)
        .map((row) => [row[a] ?? '', row[b] ?? ''] as const)
        .filter(([one, other]) => one && other);
      expect(both).toHaveLength(Number(n));
      expect(kappa(both)).toBeCloseTo(Number(cohen_kappa), 12);
    }
  });

  it('the same decisions stand in the long form', () => {
    const long = table('matrix/long.csv');
    const sets = grid('matrix/sets.csv');
    expect(long).toHaveLength(sets.flat().filter((cell) => cell !== '').length);
    expect(long.map(({ codes }) => `{${codes}}`).sort()).toEqual(
      sets
        .flat()
        .filter((cell) => cell !== '')
        .sort(),
    );
  });
});

it('its matrices are what the command reads, with the same alpha', () => {
  const { measures } = answerFile('c01.csv', files['matrix/units-in-rows/c01.csv'] ?? '', { resample: false });
  expect(measures['krippendorffAlpha.nominal']).toBeCloseTo(counted.report.codes[0]?.alpha.value ?? NaN, 12);
  const sets = answerFile('sets.csv', files['matrix/sets.csv'] ?? '', { resample: false });
  expect(sets.measures['krippendorffAlpha.masi']).toBeCloseTo(counted.report.overall.alpha.value ?? NaN, 12);
});

it('names people, codes, documents and units, each once and so that they can be found again', () => {
  expect(table('coders.csv').map(({ coder, id }) => [coder, id])).toEqual([
    ['Ana, "A"', 'ana'],
    ['=1+1', 'ben'],
    ['=1+1 (2)', 'chi'],
  ]);
  expect(table('coders.csv')[0]?.reads).toBe('Persian; Turkish');
  expect(table('codebook.csv')[1]).toMatchObject({
    code: 'c02',
    id: 'B',
    units_in_rows: 'matrix/units-in-rows/c02.csv',
  });
  expect(table('tables/documents.csv')[0]).toMatchObject({ id: 'd0', sha256: 'sum of d0' });
  const units = table('matrix/units.csv');
  const [first] = counted.input.documents;
  expect(units.slice(0, 2).map(({ start, end }) => first?.text.slice(Number(start), Number(end)))).toEqual([
    'word',
    'word',
  ]);
  expect(units.map(({ unit }) => unit)).toEqual(
    (parse(files['matrix/units-in-rows/c01.csv'] ?? '') as string[][]).slice(1).map(([unit]) => unit),
  );
});

it('says how it was made: methods, unit, rule, seed, codebook version, and which program wants which layout', () => {
  const readme = files['README.txt'] ?? '';
  for (const said of [
    'What was done.',
    'unit: word',
    'seed: 1',
    'codebook version: 7',
    'coders in rows',
    'kripp.alpha',
    'krippendorff',
  ])
    expect(readme).toContain(said);
  expect(files['recompute.py']).toContain('coders_in_rows');
});

it('refuses a matrix that no program opens, with the way out', async () => {
  const long = 'a'.repeat(1_000_000);
  const coders = Array.from({ length: 500 }, (_, index) => ({ id: `${index}`, name: `${index}` }));
  const document = { id: 'd', title: 'd', text: long, units: {}, finished: [], codings: [] };
  const input = { documents: [document], coders, codes: [{ id: 'A', name: 'A', parentId: null }] };
  const entries = appendixEntries({ ...counted, input, choices: { ...choices, unit: 'char' } });
  await expect(entries.next()).rejects.toThrow(/500 million cells.*larger unit/);
});
