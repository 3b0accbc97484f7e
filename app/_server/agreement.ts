import 'server-only';
import type { AskedChoices } from '@/components/agreement/choices';
import type { DifferencePage } from '@/components/agreement/difference-list';
import { momentOf, type Scope, type ScopeRound } from '@/components/agreement/scope';
import type { Split } from '@/lib/agreement';
import { markedBefore, readThings, type Moment } from '@/lib/agreement/store';
import { inOrder, type Code } from '@/lib/codebook';
import { listCodes } from '@/lib/codebook/store';
import { listFinished } from '@/lib/codings/store';
import { listAttributes } from '@/lib/documents/attributes/store';
import { listDocuments } from '@/lib/documents/store';
import { listCoderAttributes, listMembers, readProject, type Membership } from '@/lib/projects/store';
import { listRounds, sealFor } from '@/lib/rounds/store';
import type { Queue } from '@/components/adjudication/queue';
import type { QueueAsk } from './counting/adjudication';
import type { Ask, Counted, CountedRound, Measures, RoundAsk, TaskName, Request } from './counting/tasks';
import { counting } from './counting/workers';

type Layer = Pick<AskedChoices, 'round' | 'at'>;
const now: Layer = { round: null, at: null };

/** What this member can choose from on the agreement page: documents and codes as they were at the moment looked at. */
export async function readScope({ projectId, userId }: Membership, layer: Layer = now): Promise<Scope> {
  const seal = await sealFor(projectId, userId);
  const [rounds, members, attributes, documentAttributes] = await Promise.all([
    listRounds(projectId),
    listMembers(projectId),
    listCoderAttributes(projectId),
    listAttributes(projectId),
  ]);
  const closed = rounds.flatMap(({ closedAt, ...round }) => (closedAt ? { ...round, closedAt } : []));
  const moment = momentOf({ rounds: closed }, { ...layer } as AskedChoices);
  const [{ documents, codes, codebookVersion }, marked] = await Promise.all([readThingsAt(projectId, moment), readMarked(projectId, seal, moment)]);
  const open = new Map(rounds.flatMap(({ documentIds, title, closedAt }) => (closedAt ? [] : documentIds.map((id) => [id, title]))));
  const coding = new Set([...marked, ...(closed.find(({ id }) => id === layer.round)?.coderIds ?? [])]);
  return {
    documents: documents.filter(({ id }) => !open.has(id)),
    sealed: documents.flatMap((document) => (open.has(document.id) ? { document, round: open.get(document.id) ?? '' } : [])),
    coders: members
      .filter(({ id, role, removed }) => (role !== 'viewer' && !removed) || coding.has(id))
      .map(({ id, name, attributes: own }) => ({ id, name, attributes: own })),
    codes: inOrder(codes).map(({ code: { id, name, parentId, createdAt, color }, depth }) => ({ id, name, parentId, createdAt, color, depth })),
    rounds: closed,
    codebookVersion,
    attributes,
    documentAttributes,
    at: layer.at,
  };
}

export function countAgreement(ask: Ask, signal?: AbortSignal | null): Promise<Counted> {
  return counted('report', ask, signal);
}

export function readDifferences(ask: Ask & { codeId: string | null; page: number }, signal?: AbortSignal | null): Promise<DifferencePage> {
  return counted('differences', ask, signal);
}

export function readCoefficients(ask: Ask & { codeId: string | null }, signal?: AbortSignal | null): Promise<Measures> {
  return counted('coefficients', ask, signal);
}

export function countSplit(ask: Ask & { key: string }, signal?: AbortSignal | null): Promise<Split> {
  return counted('split', ask, signal);
}

/** The differences of a closed round, as adjudicators settle them. */
export function readQueue(ask: Ask & QueueAsk, signal?: AbortSignal | null): Promise<Queue> {
  return counted('queue', ask, signal);
}

/** The closed rounds, oldest first, each with its own documents and codes and the numbers they came to. */
export type Trend = { round: ScopeRound; scope: Scope; point: CountedRound['point'] }[];

/** How agreement went from round to round, within the chosen documents and coders. */
export async function countTrend({ by, scope, asked }: Ask, signal?: AbortSignal | null): Promise<Trend> {
  const rounds = scope.rounds.toReversed();
  const asks: RoundAsk[] = [];
  for (const { id } of rounds) {
    const layer = { ...asked, round: id, at: null };
    asks.push({ by, asked: layer, scope: await readScope(by, layer), roundId: id });
  }
  const points = new Map((await counted<CountedRound[]>('trend', asks, signal)).map(({ roundId, point }) => [roundId, point]));
  return rounds.flatMap((round, index) => {
    const [point, own] = [points.get(round.id), asks[index]?.scope];
    return point && own ? [{ round, scope: own, point }] : [];
  });
}

/** The appendix as a stream of bytes; whoever stops reading ends the counting. */
export function streamAppendix(ask: Ask & { project: string }, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const request: Request = { task: 'appendix', ask };
  return counting().files.pieces(request, signal) as AsyncGenerator<Uint8Array>;
}

function counted<T>(task: TaskName, ask: unknown, signal?: AbortSignal | null): Promise<T> {
  return counting().pages.answer({ task, ask }, signal) as Promise<T>;
}

type Things = { documents: Scope['documents']; codes: Code[]; codebookVersion: number };

async function readThingsAt(projectId: string, moment: Moment | null): Promise<Things> {
  const [present, codes, { codebookVersion }] = await Promise.all([listDocuments(projectId), listCodes(projectId), readProject(projectId)]);
  const slim = ({ id, title, language, attributes }: Omit<Scope['documents'][number], 'gone'>, gone: boolean) => {
    return { id, title, language, attributes, gone };
  };
  if (!moment) return { documents: present.map((each) => slim(each, false)), codes, codebookVersion };
  const then = await readThings(projectId, moment);
  const there = new Set(present.map(({ id }) => id));
  const documents = then.documents.toSorted((a, b) => a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1));
  return { ...then, documents: documents.map((each) => slim(each, !there.has(each.id))) };
}

/** Who had said to have finished anything. */
async function readMarked(projectId: string, seal: Awaited<ReturnType<typeof sealFor>>, moment: Moment | null): Promise<string[]> {
  if (moment) return markedBefore(projectId, seal, moment);
  return (await listFinished(projectId, seal)).map(({ coderId }) => coderId);
}
