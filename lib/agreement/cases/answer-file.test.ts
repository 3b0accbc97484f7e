import { describe, expect, it } from 'vitest';
import { Refusal } from '@/lib/errors';
import { answerFile } from './answer-file';

const answer = (name: string, content: string) => answerFile(name, content, { resample: false });
const json = (value: unknown) => answer('case.json', JSON.stringify(value));
const continuum = (units: unknown) =>
  json({
    kind: 'continuum',
    length: 10,
    coders: [
      { name: 'a', units },
      { name: 'b', units: [] },
    ],
  });
const spans = (change: object) =>
  json({
    kind: 'spans',
    codes: ['A'],
    docs: [
      {
        id: 'd',
        text: 'One. Two.',
        length: 9,
        units: {
          sentence: [
            [0, 4],
            [5, 9],
          ],
        },
      },
    ],
    coders: [
      { name: 'ana', coded: ['d'] },
      { name: 'ben', coded: ['d'] },
    ],
    annotations: [{ coder: 'ana', doc: 'd', code: 'A', start: 0, end: 4 }],
    ...change,
  });

describe('a CSV matrix', () => {
  it('is a matrix whose codebook is what was seen', () => {
    const { measures } = answer('m.csv', 'unit,A,B\n1,x,x\n2,y,x\n3,,y\n');
    expect(measures).toMatchObject({ unitsWithAnyCoding: 3, unitsPairable: 2, percentAgreement: 0.5 });
  });

  it('holds commas and quotes in quoted cells, line ends of any kind, and cells as they stand', () => {
    const { measures } = answer(
      'm.csv',
      '\uFEFFunit,"A, the first","B"\r\n1,"x ""y""","x ""y"""\r\n2,a,a \r\n3,A,a\r\n',
    );
    expect(measures).toMatchObject({ unitsPairable: 3, percentAgreement: 1 / 3 });
  });

  it('is told by its header too, and reads sets', () => {
    expect(answer('anything', 'unit,A,B\n1,{A|B},{B|A}\n2,{},{A}\n').measures).toHaveProperty([
      'krippendorffAlpha.masi',
    ]);
  });

  it('gives the alphas of numbers where every cell is a number', () => {
    expect(Object.keys(answer('m.csv', 'unit,A,B\n1,1,2\n2,2,2\n').measures)).toContain('krippendorffAlpha.ratio');
    expect(Object.keys(answer('m.csv', 'unit,A,B\n1,-1,2\n2,2,2\n').measures)).not.toContain('krippendorffAlpha.ratio');
  });
});

describe('measures', () => {
  it('leave out what depends on coders where coders are unknown', () => {
    const { measures, pairs } = json({ kind: 'matrix', coderIdentity: false, csv: 'unit,A,B,C\n1,x,x,y\n2,y,y,y\n' });
    expect(Object.keys(measures)).not.toContain('congerKappa');
    expect(pairs).toEqual([]);
  });

  it('give a reason for every null', () => {
    const { measures, pairs, reasons } = json({
      kind: 'matrix',
      categories: ['x', 'y'],
      csv: 'unit,A,B,C\n1,x,,\n2,,x,\n',
    });
    const undefinedOnes = [
      ...Object.entries(measures),
      ...pairs.flatMap(({ a, b, ...rest }) =>
        Object.entries(rest).map(([name, value]) => [`pairs[${a},${b}].${name}`, value]),
      ),
    ];
    const names = undefinedOnes.filter(([, value]) => value === null).map(([name]) => name);
    expect(Object.keys(reasons).sort()).toEqual(names.sort());
  });

  it('of spans name level, rule and code with the reason', () => {
    const { reasons, spanMatching } = spans({ annotations: [] });
    expect(reasons).toMatchObject({
      'sentence.any.A.krippendorffAlpha.nominal': 'noVariation',
      'spanMatching[ana,ben].charF1': 'noUnits',
    });
    expect(spanMatching).toEqual([
      { a: 'ana', b: 'ben', docs: 1, spansA: 0, spansB: 0, exactF1: null, iou50F1: null, charF1: null },
    ]);
  });

  it('of resampling come only when asked for, and are the same each time', () => {
    const csv = `unit,A,B\n${Array.from({ length: 20 }, (_, unit) => `${unit},${unit % 2},${unit % 3 === 0 ? 1 : unit % 2}`).join('\n')}\n`;
    const asked = () => answerFile('m.csv', csv, { resample: true }).measures;
    expect(asked()).toEqual(asked());
    expect(Object.keys(asked()).length - Object.keys(answer('m.csv', csv).measures).length).toBe(2);
  });
});

describe('bad input is refused with the place and the fault', () => {
  it.each([
    ['m.csv', '', 'line 1: there is no header "unit,<coder>,..."'],
    ['m.csv', 'unit\n1\n', 'line 1: the header names no coder; it should read "unit,<coder>,..."'],
    ['m.csv', 'unit,A,A\n', 'line 1, column 3: "A" occurs twice'],
    ['m.csv', 'unit,A,B\n1,x\n', 'line 2: has 2 cells where the header has 3'],
    ['m.csv', 'unit,A,B\n1,x,y\n1,x,y\n', 'line 3: the unit "1" occurs twice'],
    ['m.csv', 'unit,A,B\n1,"x,y\n', 'line 2: a quoted cell is not closed'],
    ['m.csv', 'unit,A,B\n1,"x"y,z\n', 'line 2: text after a closing quote; double the quotes inside a cell'],
    ['case.json', '{"kind": "matrix",\n "csv": }', 'line 2, column 9: is no valid JSON from "}" on'],
    ['case.json', '{"kind": ["matrix", 01]}', 'line 1, column 22: is no valid JSON from "1]}" on'],
    ['case.json', '{"kind": "matrix"', 'line 1, column 18: the JSON ends too early'],
    ['m.csv', 'unit,A,\n1,x,y\n', 'line 1, column 3: the coder has no name'],
    ['case.json', '['.repeat(200_000), 'the file: is nested too deeply to be read as JSON'],
    [
      'case.json',
      '{"kind": "matrix", "csv": "unit,A", "metrics": ["__proto__"]}',
      'metrics[0]: "__proto__" is none of nominal, ordinal, interval, ratio, jaccard, masi, nominalSet',
    ],
    [
      'case.json',
      '{"kind": "matrix", "csv": "unit,A", "coderIdentity": "false"}',
      'coderIdentity: must be true or false',
    ],
    [
      'case.json',
      '{"kind": "continuum", "length": 9, "coders": [], "overlapping": 1}',
      'overlapping: must be true or false',
    ],
    ['case.json', '[]', 'the file: must be an object'],
    ['case.json', '{"kind": "toString"}', 'kind: must be "matrix", "continuum" or "spans"'],
    ['case.json', '{"kind": "matrix"}', 'csv: must be a text'],
    [
      'case.json',
      '{"kind": "matrix", "categories": ["x"], "csv": "unit,A,B\\n1,x,z\\n"}',
      'csv line 2, column 3: "z" is not one of the categories',
    ],
    [
      'case.json',
      '{"kind": "matrix", "coders": ["A"], "csv": "unit,A,B\\n"}',
      'coders: do not match the header of csv',
    ],
    [
      'case.json',
      '{"kind": "matrix", "valueType": "set", "csv": "unit,A,B\\n1,{A},B\\n"}',
      'csv line 2, column 3: "B" is not a set such as {A|B} or {}',
    ],
    ['case.json', '{"kind": "continuum", "length": 0, "coders": []}', 'length: must be a whole number, at least 1'],
  ])('%s %j', (name, content, sentence) => {
    expect(() => answer(name, content)).toThrow(new Refusal('invalid', sentence));
  });

  it.each([
    [[{ start: 3, end: 3, code: 'x' }], 'coders[0].units[0].end: is 3, not after the start (3)'],
    [[{ start: 3, end: 11, code: 'x' }], 'coders[0].units[0].end: is 11, past the end of the text (10)'],
    [[{ start: 0.5, end: 3, code: 'x' }], 'coders[0].units[0].start: must be a whole number, at least 0'],
    [[{ start: 0, end: 3 }], 'coders[0].units[0].code: must be a text that is not empty, or a number'],
  ])('continuum %j', (units, sentence) => {
    expect(() => continuum(units)).toThrow(new Refusal('invalid', sentence));
  });

  it.each([
    [
      { docs: [{ id: 'd', text: 'One. Two.', length: 8, units: {} }] },
      'docs[0].length: is 8, but the text has 9 UTF-16 units',
    ],
    [
      {
        docs: [
          {
            id: 'd',
            text: 'One. Two.',
            units: {
              word: [
                [0, 4],
                [3, 9],
              ],
            },
          },
        ],
      },
      'docs[0].units.word[1]: begins at 3, before the unit in front of it ends (4)',
    ],
    [{ coders: [{ name: 'ana', coded: ['e'] }] }, 'coders[0].coded[0]: "e" is not the id of a document'],
    [
      { annotations: [{ coder: 'zoe', doc: 'd', code: 'A', start: 0, end: 4 }] },
      'annotations[0].coder: "zoe" is not one of the coders',
    ],
    [
      { annotations: [{ coder: 'ana', doc: 'd', code: 'Z', start: 0, end: 4 }] },
      'annotations[0].code: "Z" is not one of the codes',
    ],
    [
      { annotations: [{ coder: 'ana', doc: 'd', code: 'A', start: 4, end: 14 }] },
      'annotations[0].end: is 14, past the end of the text (9)',
    ],
  ])('spans %j', (change, sentence) => {
    expect(() => spans(change)).toThrow(new Refusal('invalid', sentence));
  });
});
