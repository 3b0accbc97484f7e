import 'server-only';
import type { Queue } from '@/components/adjudication/queue';
import type { AskedChoices } from '@/components/agreement/choices';
import type { DifferencePage } from '@/components/agreement/difference-list';
import { momentOf, resolve, type Resolved, type Scope } from '@/components/agreement/scope';
import { valuesOf } from '@/components/agreement/groups';
import {
  boundaries,
  differences,
  otherCoefficients,
  report,
  split,
  trendPoint,
  type Boundaries,
  type Measured,
  type Report,
  type ReportInput,
  type Split,
  type TrendPoint,
} from '@/lib/agreement';
import { readCoded, readWork } from '@/lib/agreement/store';
import { listCodings } from '@/lib/codings/store';
import { Refusal } from '@/lib/errors';
import type { Membership } from '@/lib/projects/store';
import { sealFor } from '@/lib/rounds/store';
import { queueOf, type QueueAsk } from './adjudication';
import { appendix } from './appendix';

/** What is to be counted, for whom, in the scope that they were shown. */
export type Ask = { by: Membership; scope: Scope; asked: AskedChoices };
export type Counted = { report: Report; at: string };
export type Measures = { measured: Measured[]; boundaries: Boundaries };
/** One round in its own scope: the documents and codes that there were when it closed. */
export type RoundAsk = Ask & { roundId: string };
export type CountedRound = { roundId: string; point: TrendPoint };

/** Everything that takes long enough to keep others waiting. All of it runs in `worker.ts`, beside the server. */
export const tasks = {
  /** The report of the page, as it stands at a moment. */
  async *report(ask: Ask): AsyncGenerator<Counted> {
    const { input, choices } = await readInput(ask);
    const at = new Date().toISOString();
    yield { report: report(input, choices), at };
  },

  /** One page of the units on which coders differ about a code (all codes when null). Pages count from 1. */
  async *differences(ask: Ask & { codeId: string | null; page: number }): AsyncGenerator<DifferencePage> {
    yield await differencePage(ask);
  },

  /** Every coefficient on one code, or on the sets of all codes when null, and how far passages coincide. */
  async *coefficients({ codeId, ...ask }: Ask & { codeId: string | null }): AsyncGenerator<Measures> {
    const { input, choices } = await readInput(ask);
    yield { measured: otherCoefficients(input, choices, codeId), boundaries: boundaries(input, choices) };
  },

  /** Agreement within and between the groups that an attribute of coders makes. */
  async *split({ key, ...ask }: Ask & { key: string }): AsyncGenerator<Split> {
    const { input, choices } = await readInput(ask);
    yield split(input, choices, valuesOf(ask.scope, key));
  },

  /** The rounds one after the other. */
  async *trend(rounds: RoundAsk[]): AsyncGenerator<CountedRound[]> {
    const counted: CountedRound[] = [];
    for (const { roundId, ...ask } of rounds) {
      const { input, choices } = await readInput(ask);
      counted.push({ roundId, point: trendPoint(input, choices) });
    }
    yield counted;
  },

  /** The differences of a closed round, as adjudicators settle them. */
  async *queue(ask: Ask & QueueAsk): AsyncGenerator<Queue> {
    const { input, choices } = await readInput(ask);
    yield await queueOf({ ...ask, input, choices });
  },

  /** The bytes of the appendix, a ZIP archive. */
  async *appendix(ask: Ask & { project: string }): AsyncGenerator<Uint8Array> {
    const { input, choices } = await readInput(ask);
    yield* appendix({ ...ask, input, choices, at: new Date().toISOString() });
  },
};

export type TaskName = keyof typeof tasks;
export type Request = { [K in TaskName]: { task: K; ask: Parameters<(typeof tasks)[K]>[0] } }[TaskName];

/**
 * Reads what is counted. The seal is asked before reading and again afterwards: a round may have opened in between, and
 * then nothing is counted of what was read.
 */
async function readInput({ by, scope, asked }: Ask): Promise<{ input: ReportInput; choices: Resolved }> {
  const choices = resolve(scope, asked);
  const wanted = new Set(choices.documentIds);
  const documents = scope.documents.filter(({ id }) => wanted.has(id));
  const seal = await sealFor(by.projectId, by.userId);
  const coded = await readCoded(by.projectId, seal, { documents, level: choices.unit, moment: momentOf(scope, asked) });
  const { sealedDocuments } = await sealFor(by.projectId, by.userId);
  if (sealedDocuments.some((id) => wanted.has(id))) {
    throw new Refusal(
      'conflict',
      'A round has just been opened over some of these documents, which seals them. Please count again.',
    );
  }
  const assigned = choices.round?.assigned;
  const given = assigned ? coded.map((document) => ({ ...document, assigned: assigned[document.id] ?? [] })) : coded;
  return { input: { documents: given, coders: scope.coders, codes: scope.codes }, choices };
}

const perPage = 50;

async function differencePage({
  codeId,
  page,
  ...ask
}: Ask & { codeId: string | null; page: number }): Promise<DifferencePage> {
  const { input, choices } = await readInput(ask);
  const gone = new Set(ask.scope.documents.flatMap(({ id, gone: deleted }) => (deleted ? [id] : [])));
  const all = differences(input, choices, codeId);
  const found = all.filter(({ documentId }) => !gone.has(documentId));
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const here = Math.min(Math.max(1, page), pages);
  const first = (here - 1) * perPage;
  const listed = found.slice(first, first + perPage);
  const texts = new Map(input.documents.map(({ id, text }) => [id, text]));
  const codings = await codingsIn(ask, choices, [...new Set(listed.map(({ documentId }) => documentId))]);
  const shown = listed.map((difference) => {
    const { documentId, unit, yes, no } = difference;
    const touching = codings.filter(
      (each) =>
        each.documentId === documentId &&
        each.start < unit.end &&
        each.end > unit.start &&
        [...yes, ...no].includes(each.coderId),
    );
    return { difference, text: texts.get(documentId) ?? '', codings: touching };
  });
  const units = new Set(found.map(({ documentId, unit }) => `${documentId} ${unit.start}`)).size;
  return { total: found.length, units, page: here, pages, first: first + 1, hidden: all.length - found.length, shown };
}

async function codingsIn({ by, scope, asked }: Ask, { coderIds }: Resolved, documentIds: string[]) {
  const seal = await sealFor(by.projectId, by.userId);
  const moment = momentOf(scope, asked);
  if (moment) return (await readWork(by.projectId, seal, { documentIds, moment })).codings;
  return listCodings(by.projectId, seal, { documentIds, coderIds, layers: ['coder'] });
}
