import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSpace } from '@/lib/text';
import type { Span } from '@/lib/text';
import { alphaMasi, alphaNominal } from './coefficients';
import { axisOf } from './gather';
import { levels, rules } from './report-shape';
import type { Level, Rule } from './report-shape';
import { addTables, tableOf } from './table';
import type { Table } from './table';
import { countCode, countSets } from './tables';

/** One document: a text and, per coder, the spans of each of two codes. */
type Sample = { readonly text: string; readonly spans: readonly (readonly (readonly Span[])[])[] };
type View = { readonly level: Level; readonly rule: Rule };
const codes = ['A', 'B'];

describe.each(levels)('at level %s', (level) => {
  it.each(rules)('rule "%s": the sweep counts what looking at every single unit counts', (rule) => {
    fc.assert(
      fc.property(samples(), (sample) => {
        for (const [index, code] of codes.entries()) {
          expect(sorted(swept(sample, level, rule)(code))).toEqual(sorted(looked(sample, { level, rule }, index)));
        }
      }),
    );
  });

  it.each(rules)('rule "%s": sets of codes are counted likewise', (rule) => {
    fc.assert(
      fc.property(samples(), (sample) => {
        const wanted = alphaMasi.estimate(lookedSets(sample, level, rule)).value;
        const got = alphaMasi.estimate(sweptSets(sample, level, rule)).value;
        if (wanted === null) expect(got).toBeNull();
        else expect(got).toBeCloseTo(wanted, 10);
      }),
    );
  });
});

it('counts the same span twice as once, and its parts as the whole', () => {
  const sentence: Sample = {
    text: 'One two. Three four. Five.',
    spans: [
      [[{ start: 0, end: 8 }], []],
      [[{ start: 9, end: 12 }], []],
    ],
  };
  const twice: Sample = {
    ...sentence,
    spans: [
      [
        [
          { start: 0, end: 8 },
          { start: 0, end: 8 },
          { start: 4, end: 8 },
        ],
        [],
      ],
      sentence.spans[1] ?? [],
    ],
  };
  for (const level of levels)
    expect(sorted(swept(twice, level, 'half')('A'))).toEqual(sorted(swept(sentence, level, 'half')('A')));
});

it('pools documents with different coders into what counting all their units together gives', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(samples(), fc.nat(5)), { maxLength: 5 }), (drawn) => {
      const names = ['coder 0', 'coder 1', 'coder 2'];
      const parts = drawn.map(([sample, turn]) => {
        const { axis, marks } = marksOf(sample, 'word', 'any');
        return {
          axis,
          marks: new Map([...marks].map(([name, own]) => [names[(Number(name.at(-1)) + turn) % 3] ?? '', own])),
        };
      });
      const { documents, total } = countCode(names, parts, 'A');
      const rows = drawn.flatMap(([sample, turn]) =>
        rowsOf(sample, { level: 'word', rule: 'any' }, 0).map((cells) => {
          const wide = [-1, -1, -1];
          cells.forEach((said, coder) => (wide[(coder + turn) % 3] = said));
          return { units: 1, cells: wide };
        }),
      );
      const frame = { categories: ['no', 'yes'], scale: [0, 1], sets: null, coders: names, identity: true };
      expect(sorted(total)).toEqual(sorted(tableOf(frame, rows)));
      expect(documents.map(({ coders }) => coders.length)).toEqual(drawn.map(([{ spans }]) => spans.length));
    }),
  );
});

it('adds the tables of two documents up to the table of both', () => {
  fc.assert(
    fc.property(samples(), samples(), (one, other) => {
      const both = addTables(
        ['coder 0', 'coder 1', 'coder 2'],
        [swept(one, 'word', 'any')('A'), swept(other, 'word', 'any')('A')],
      );
      const rows = [
        ...rowsOf(one, { level: 'word', rule: 'any' }, 0),
        ...rowsOf(other, { level: 'word', rule: 'any' }, 0),
      ];
      const wide = rows.map((cells) => ({ units: 1, cells: [0, 1, 2].map((coder) => cells[coder] ?? -1) }));
      const counted = tableOf(
        {
          categories: ['no', 'yes'],
          scale: [0, 1],
          sets: null,
          coders: ['coder 0', 'coder 1', 'coder 2'],
          identity: true,
        },
        wide,
      );
      expect(sorted(both)).toEqual(sorted(counted));
    }),
  );
});

it('visits no unit that nobody touched: a text of a hundred million words costs what its codings cost', () => {
  const axis = { length: 100_000_000 };
  const marks = new Map([
    ['ana', new Map([['A', [{ start: 7, end: 9 }]]])],
    ['ben', new Map()],
  ]);
  const table = countCode(['ana', 'ben'], [{ axis, marks }], 'A').total;
  expect(table.patterns).toEqual([
    { units: 99_999_998, marks: 2, values: [0], counts: [2] },
    { units: 2, marks: 2, values: [0, 1], counts: [1, 1] },
  ]);
  expect(alphaNominal.estimate(table).value).toBeCloseTo(0, 7);
});

function samples(): fc.Arbitrary<Sample> {
  const text = fc
    .array(fc.constantFrom('a', 'bc', ' ', '. ', '\n', 'd.', '  ', '😀', '\u00a0'), { minLength: 1, maxLength: 25 })
    .map((parts) => parts.join(''));
  return text.chain((drawn) => {
    const span = fc
      .tuple(fc.nat(drawn.length - 1), fc.integer({ min: 1, max: 9 }))
      .map(([start, length]) => ({ start, end: Math.min(drawn.length, start + length) }));
    const coder = fc.tuple(fc.array(span, { maxLength: 4 }), fc.array(span, { maxLength: 4 }));
    return fc.array(coder, { minLength: 2, maxLength: 3 }).map((spans) => ({ text: drawn, spans }));
  });
}

function unitsOf(text: string) {
  const cut = (pattern: RegExp) =>
    Int32Array.from([...text.matchAll(pattern)].flatMap(({ index, 0: found }) => [index, index + found.length]));
  return { word: cut(/\S+/g), sentence: cut(/[^\s.][^.\n]*\.?/g), paragraph: cut(/\S[^\n]*/g) };
}

function marksOf({ text, spans }: Sample, level: Level, rule: Rule) {
  const axis = axisOf({ text, units: unitsOf(text) }, level, rule);
  const marks = new Map(
    spans.map((coder, index) => [
      `coder ${index}`,
      new Map(coder.map((own, code) => [codes[code] ?? '', axis.runs(own)])),
    ]),
  );
  return { axis, marks };
}

function swept(sample: Sample, level: Level, rule: Rule): (code: string) => Table {
  const { axis, marks } = marksOf(sample, level, rule);
  return (code) => countCode([...marks.keys()], [{ axis, marks }], code).total;
}

function sweptSets(sample: Sample, level: Level, rule: Rule): Table {
  const { axis, marks } = marksOf(sample, level, rule);
  return countSets([...marks.keys()], [{ axis, marks }]).total;
}

/** The slow way: every unit, every coder, every character. */
function rowsOf({ text, spans }: Sample, { level, rule }: View, code: number): number[][] {
  return placesOf(text, level).map((unit) =>
    spans.map((coder) => (isMarked(text, unit, { spans: coder[code] ?? [], level, rule }) ? 1 : 0)),
  );
}

function placesOf(text: string, level: Level): Span[] {
  if (level === 'document') return text.trim() === '' ? [] : [{ start: 0, end: text.length }];
  const single = Array.from({ length: text.length }, (_, at) => ({ start: at, end: at + 1 }));
  if (level === 'char') return single;
  if (level === 'charNonSpace') return single.filter(({ start }) => !isSpace(text.charCodeAt(start)));
  const flat = unitsOf(text)[level];
  return Array.from({ length: flat.length / 2 }, (_, unit) => ({
    start: flat[2 * unit] ?? 0,
    end: flat[2 * unit + 1] ?? 0,
  }));
}

function isMarked(
  text: string,
  unit: Span,
  { spans, level, rule }: { spans: readonly Span[]; level: Level; rule: Rule },
): boolean {
  const places = Array.from({ length: unit.end - unit.start }, (_, step) => unit.start + step);
  const counted = level === 'char' ? places : places.filter((at) => !isSpace(text.charCodeAt(at)));
  const covered = counted.filter((at) => spans.some(({ start, end }) => start <= at && at < end));
  return covered.length > 0 && (rule === 'any' || 2 * covered.length >= counted.length);
}

function looked(sample: Sample, view: View, code: number): Table {
  const coders = sample.spans.map((_, coder) => `coder ${coder}`);
  const rows = rowsOf(sample, view, code).map((cells) => ({ units: 1, cells }));
  return tableOf({ categories: ['no', 'yes'], scale: [0, 1], sets: null, coders, identity: true }, rows);
}

function lookedSets(sample: Sample, level: Level, rule: Rule): Table {
  const [a, b] = [rowsOf(sample, { level, rule }, 0), rowsOf(sample, { level, rule }, 1)];
  const rows = a.map((cells, unit) => ({
    units: 1,
    cells: cells.map((said, coder) => said + 2 * (b[unit]?.[coder] ?? 0)),
  }));
  const coders = sample.spans.map((_, coder) => `coder ${coder}`);
  return tableOf(
    { categories: ['', 'A', 'B', 'AB'], scale: null, sets: [[], ['A'], ['B'], ['A', 'B']], coders, identity: true },
    rows,
  );
}

/** A table without the accident of the order in which rows came. */
function sorted({ patterns, margins, pairs }: Table) {
  const byKey = (one: readonly [string, unknown], other: readonly [string, unknown]) => (one[0] < other[0] ? -1 : 1);
  return {
    patterns: patterns
      .map((pattern) => [`${pattern.values.join()}x${pattern.counts.join()}`, pattern.units] as const)
      .sort(byKey),
    margins,
    pairs: (pairs ?? [])
      .map(({ a, b, cells }) => [`${a}-${b}`, [...cells].sort(([one], [other]) => one - other)] as const)
      .sort(byKey),
  };
}
