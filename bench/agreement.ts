import { countCode, report, resampleAlpha } from '@/lib/agreement';
import type { CodedDocument, ReportInput, Table } from '@/lib/agreement';
import { alphaWith } from '@/lib/agreement/coefficients';
import { densePatterns } from '@/lib/agreement/dense-patterns';
import { nominal } from '@/lib/agreement/distances';
import { randomFrom } from '@/lib/agreement/random';
import type { Random } from '@/lib/agreement/random';

/** The agreement engine against the cheapest thing that could be done with the same numbers in the same run. */
function run(): void {
  for (const units of [100_000, 1_000_000]) alphaAgainstReading(units);
  bootstrapAgainstCounting();
  wholeReport();
}

/** Nominal alpha of 10 coders, 5 categories, 10% missing; the yardstick adds up the same cells. Target: within 5 times. */
function alphaAgainstReading(units: number): void {
  const coders = 10;
  const random = randomFrom(1);
  const cells = Int8Array.from({ length: units * coders }, () => (random() < 0.1 ? -1 : Math.floor(random() * 5)));
  const reading = best(() => addedUp(cells));
  const counting = best(() => alphaWith(tableOver(cells, coders), nominal));
  say(`alpha nominal, ${coders} coders x ${units} units`, counting, reading);
}

function tableOver(cells: Int8Array, coders: number): Table {
  const categories = ['0', '1', '2', '3', '4'];
  const patterns = densePatterns(cells, coders, categories.length) ?? [];
  return {
    categories,
    scale: null,
    sets: null,
    coders: Array.from({ length: coders }, String),
    patterns,
    margins: null,
    pairs: null,
  };
}

function addedUp(cells: Int8Array): number {
  let sum = 0;
  for (let at = 0; at < cells.length; at += 1) sum += cells[at] as number;
  return sum;
}

/** 2,000 replicates over 1,000 documents; the yardstick is counting those documents once. Target: less than the count. */
function bootstrapAgainstCounting(): void {
  const random = randomFrom(2);
  const documents = Array.from({ length: 1000 }, () =>
    ['ana', 'ben'].map((coder) => [coder, runs(random, 40, 2000)] as const),
  );
  const parts = documents.map((marks) => ({
    axis: { length: 2000 },
    marks: new Map(marks.map(([coder, own]) => [coder, new Map([['A', own]])])),
  }));
  const count = () => countCode(['ana', 'ben'], parts, 'A');
  const tables = count().documents;
  say(
    '2,000 replicates over 1,000 documents',
    best(() => resampleAlpha(tables, nominal, { seed: 1, replicates: 2000 })),
    best(count),
  );
}

/** The whole page of a large study; the yardstick turns the same codings into JSON, as sending them would. */
function wholeReport(): void {
  const input = largeStudy(randomFrom(3));
  const choices = { unit: 'sentence', rule: 'any', rollUp: false, seed: 1, replicates: 2000 } as const;
  const codings = input.documents.map(({ codings: own }) => own);
  say(
    'report on 500 documents, 20 coders, 40 codes, 200,000 codings',
    best(() => report(input, choices), 3),
    best(() => JSON.stringify(codings), 3),
  );
}

/**
 * Each document is coded by four of twenty coders, about a hundred codings each, in texts of 300 sentences. Two of three
 * passages are marked by all four with the same code; the rest by one coder alone.
 */
function largeStudy(random: Random): ReportInput {
  const coders = Array.from({ length: 20 }, (_, coder) => ({ id: `coder ${coder}`, name: `Coder ${coder}` }));
  const codes = Array.from({ length: 40 }, (_, code) => ({ id: `code ${code}`, name: `Code ${code}`, parentId: null }));
  const documents = Array.from({ length: 500 }, (_, document): CodedDocument => {
    const finished = [0, 1, 2, 3].map((step) => coders[(document * 7 + step * 3) % 20]?.id ?? '');
    const passages = runs(random, 200, 300 * 90).map((span) => ({
      ...span,
      codeId: codes[Math.floor(random() ** 2 * 40)]?.id ?? '',
    }));
    const codings = passages.flatMap((passage, index) => {
      const by = index % 3 === 0 ? finished : [finished[index % 4] ?? ''];
      return by.map((coderId) => ({ id: `${document}-${index}-${coderId}`, coderId, ...passage }));
    });
    return {
      id: `document ${document}`,
      title: `Document ${document}`,
      text,
      units: { word: sentences, sentence: sentences, paragraph: sentences },
      finished,
      codings,
    };
  });
  return { documents, coders, codes };
}

const text = `${'abcdefghi '.repeat(8)}abcdefgh. `.repeat(300);
const sentences = Int32Array.from({ length: 600 }, (_, index) => Math.floor(index / 2) * 90 + (index % 2) * 89);

/** Disjoint runs of random length, in order. */
function runs(random: Random, count: number, length: number): { start: number; end: number }[] {
  const step = Math.floor(length / count);
  return Array.from({ length: count }, (_, index) => {
    const start = index * step + Math.floor(random() * step * 0.6);
    return { start, end: start + 1 + Math.floor(random() * Math.min(200, step * 0.3)) };
  });
}

/** The fastest of some runs, in milliseconds. */
function best(work: () => unknown, times = 7): number {
  let fastest = Infinity;
  for (let time = 0; time < times; time += 1) {
    const begun = performance.now();
    work();
    fastest = Math.min(fastest, performance.now() - begun);
  }
  return fastest;
}

function say(what: string, took: number, yardstick: number): void {
  process.stdout.write(
    `${what}: ${took.toFixed(1)} ms, yardstick ${yardstick.toFixed(1)} ms, ratio ${(took / yardstick).toFixed(2)}\n`,
  );
}

run();
