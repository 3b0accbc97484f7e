import { tasks } from '@/app/_server/counting/tasks';
import { readScope } from '@/app/_server/agreement';
import { withClient } from '@/bin/parts/database.mjs';
import { usualChoices } from '@/components/agreement/choices';
import { countCode, report, resampleAlpha } from '@/lib/agreement';
import { readCoded } from '@/lib/agreement/store';
import { db } from '@/lib/db';
import type { Membership } from '@/lib/projects/store';
import { fillStudy, size } from './agreement/study';
import { scratchDatabase } from './export/scratch';
import type { CodedDocument, ReportInput, Table } from '@/lib/agreement';
import { alphaWith } from '@/lib/agreement/coefficients';
import { densePatterns } from '@/lib/agreement/dense-patterns';
import { nominal } from '@/lib/agreement/distances';
import { randomFrom } from '@/lib/chance';
import type { Random } from '@/lib/chance';

/** The agreement engine against the cheapest thing that could be done with the same numbers in the same run. */
async function run(): Promise<void> {
  for (const units of [100_000, 1_000_000]) alphaAgainstReading(units);
  bootstrapAgainstCounting();
  likelyReport();
  await wholePage();
}

/** Nominal alpha of 10 coders, 5 categories, 10% missing; the yardstick adds up the same cells. Target: within 5 times. */
function alphaAgainstReading(units: number): void {
  const coders = 10;
  const random = randomFrom(1);
  const cells = Int8Array.from({ length: units * coders }, () => (random() < 0.1 ? -1 : Math.floor(random() * 5)));
  const reading = best(() => addedUp(cells));
  const counting = best(() => alphaWith(tableOver(cells, coders), nominal));
  say(`alpha nominal, ${coders} coders x ${units} units, beside one pass over them`, [counting, reading], 5);
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
    '2,000 replicates over 1,000 documents, beside counting them once',
    [best(() => resampleAlpha(tables, nominal, { seed: 1, replicates: 2000 })), best(count)],
    1,
  );
}

/**
 * The whole report of a large study, from the database to the numbers. The yardstick is a bare SELECT of the same codings;
 * what reading them costs us is told apart from what counting them does.
 */
async function wholePage(): Promise<void> {
  const scratch = await scratchDatabase();
  process.env.DATABASE_URL = scratch.url;
  try {
    const { projectId, viewerId } = await withClient(scratch.url, fillStudy);
    const by: Membership = {
      projectId,
      userId: viewerId,
      role: 'owner',
      settings: { codersEditDocuments: false, codersEditCodebook: false },
    };
    const scope = await readScope(by);
    const ask = { by, scope, asked: usualChoices };
    const [selects, reads, pages]: [number[], number[], number[]] = [[], [], []];
    for (let turn = 0; turn < 3; turn += 1) {
      selects.push(
        await timed(() =>
          withClient(scratch.url, (client) => client.query({ text: select, values: [projectId], rowMode: 'array' })),
        ),
      );
      reads.push(
        await timed(() =>
          readCoded(
            projectId,
            { viewerId, sealedDocuments: [] },
            { documents: scope.documents, level: 'sentence', moment: null },
          ),
        ),
      );
      pages.push(await timed(async () => (await tasks.report(ask).next()).value));
    }
    const what = `${size.documents} documents, ${size.coders} coders, ${size.codes} codes, ${size.codings} codings at random`;
    say(`reading ${what}`, [Math.min(...reads), Math.min(...selects)], null);
    say(`the whole report on ${what}`, [Math.min(...pages), Math.min(...selects)], null);
  } finally {
    await db().$disconnect();
    await scratch.drop();
  }
}

const select = `SELECT id, document_id, coder_id, code_id, start, "end" FROM live_coding WHERE project_id = $1 AND layer = 'coder'`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** A study as teams make them: each document is coded by four of twenty; the yardstick turns its codings into JSON. */
function likelyReport(): void {
  const input = largeStudy(randomFrom(3));
  const choices = { unit: 'sentence', rule: 'any', rollUp: false, seed: 1, replicates: 2000 } as const;
  const codings = input.documents.map(({ codings: own }) => own);
  say(
    'report on 500 documents by four of 20 coders each, 40 codes, 200,000 codings, in memory',
    [best(() => report(input, choices), 3), best(() => JSON.stringify(codings), 3)],
    null,
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

/** The figure, its yardstick from the same run, and how many times the yardstick it may be (null: told, not bounded). */
function say(what: string, [took, yardstick]: [number, number], limit: number | null): void {
  const ratio = took / yardstick;
  const judged = limit === null ? '' : ` (limit ${limit}: ${ratio <= limit ? 'kept' : 'MISSED'})`;
  process.stdout.write(
    `${what}: ${took.toFixed(1)} ms, yardstick ${yardstick.toFixed(1)} ms, ratio ${ratio.toFixed(2)}${judged}\n`,
  );
}

await run();
process.exit(0);
