import 'server-only';
import {
  isSame,
  pageOf,
  perPage,
  type Against,
  type Case,
  type Lane,
  type Part,
  type Passage,
  type Queue,
} from '@/components/adjudication/queue';
import type { Resolved } from '@/components/agreement/scope';
import {
  againstConsensus,
  disputes,
  type Dispute,
  type Passages,
  type ReportInput,
  type Settled,
} from '@/lib/agreement';
import { readWork } from '@/lib/agreement/store';
import type { Coding } from '@/lib/codings';
import { listCodings } from '@/lib/codings/store';
import type { Settlement } from '@/lib/rounds';
import { listSettlements } from '@/lib/rounds/adjudication/store';
import { sealFor } from '@/lib/rounds/store';
import { overlaps, surroundings } from '@/lib/text';
import type { Ask } from './tasks';

/** `letters` name coders by id; `named` says whether their names may be told, too. */
export type QueueAsk = {
  roundId: string;
  letters: Record<string, string>;
  named: boolean;
  page: number;
  at: Passage | null;
};

type Asked = Ask & QueueAsk & { input: ReportInput; choices: Resolved };

const around = 280;

/** The differences of a round with everything an adjudicator needs to decide, and nothing that tells a hidden name. */
export async function queueOf(asked: Asked): Promise<Queue> {
  const present = presentOf(asked);
  const passages = disputes(present, asked.choices);
  const { codings, settlements, consensus } = await readDecided(asked, present);
  const { first } = pageOf(passages.disputes, asked);
  const shown = passages.disputes.slice(first, first + perPage);
  const settled = settledDocuments(passages, { settlements, consensus }, compared(present, asked.choices));
  return {
    all: passages.disputes.map(placeOf),
    first,
    cases: shown.map((dispute) => caseOf(dispute, { asked, present, codings })),
    agreed: passages.agreed.map((each) => ({
      ...placeOf(each),
      codings: each.codings.map((coding) => partOf(textOf(present, each.documentId), coding)),
    })),
    against: againstConsensus(present, asked.choices, settled)
      .map((each) => againstOf(each, asked))
      .sort(byLetter),
    documents: { compared: compared(present, asked.choices).length, settled: settled.size },
    codes: Object.fromEntries(asked.scope.codes.map(({ id, name, color }) => [id, { name, color }])),
    named: asked.named,
  };
}

/** What was deleted since cannot be settled any more. */
function presentOf({ input, scope }: Asked): ReportInput {
  const gone = new Set(scope.documents.flatMap(({ id, gone: deleted }) => (deleted ? [id] : [])));
  return { ...input, documents: input.documents.filter(({ id }) => !gone.has(id)) };
}

type Decided = { settlements: Settlement[]; consensus: Coding[] };

async function readDecided(
  { by, roundId }: Asked,
  { documents }: ReportInput,
): Promise<Decided & { codings: Coding[] }> {
  const seal = await sealFor(by.projectId, by.userId);
  const documentIds = documents.map(({ id }) => id);
  const [{ codings }, settlements, consensus] = await Promise.all([
    readWork(by.projectId, seal, { documentIds, moment: { round: roundId } }),
    listSettlements(by.projectId, seal, { roundId }),
    listCodings(by.projectId, seal, { documentIds, layers: ['consensus'] }),
  ]);
  return { codings, settlements: settlements.filter(({ withdrawn }) => !withdrawn), consensus };
}

/** The documents that two or more coders of the round finished. Somebody else may have finished them, too. */
function compared({ documents }: ReportInput, { coderIds }: Resolved): string[] {
  const known = new Set(coderIds);
  return documents
    .filter(({ finished }) => finished.filter((coder) => known.has(coder)).length >= 2)
    .map(({ id }) => id);
}

/** The consensus of every document on which nothing is left to settle. What all agree on is in it, written down or not. */
function settledDocuments(
  { disputes: open, agreed }: Passages,
  { settlements, consensus }: Decided,
  documents: readonly string[],
): Map<string, Settled[]> {
  const written = new Set(settlements.flatMap(({ codingIds }) => codingIds));
  const isSettled = (place: Passage) => settlements.some((each) => isSame(each, place));
  const whole = documents.filter((id) => open.every((each) => each.documentId !== id || isSettled(each)));
  return new Map(
    whole.map((id) => {
      const own = consensus.filter((coding) => coding.documentId === id && written.has(coding.id));
      const unwritten = agreed
        .filter((each) => each.documentId === id && !isSettled(each))
        .flatMap(({ codings }) => codings);
      return [id, [...own, ...unwritten]];
    }),
  );
}

type Seen = { asked: Asked; present: ReportInput; codings: readonly Coding[] };

function caseOf(dispute: Dispute, { asked, present, codings }: Seen): Case {
  const text = textOf(present, dispute.documentId);
  const window = surroundings(text, dispute, around);
  return {
    ...placeOf(dispute),
    loss: dispute.loss,
    codes: dispute.codes.map(({ codeId, loss }) => ({ codeId, loss })),
    around: { start: window.start, text: text.slice(window.start, window.end) },
    lanes: lanesOf(dispute, { asked, present, codings }),
  };
}

/** Everybody who finished the document, and whoever else put something there. */
function lanesOf(place: Passage, { asked, present, codings }: Seen): Lane[] {
  const { finished = [], text = '' } = present.documents.find(({ id }) => id === place.documentId) ?? {};
  const here = codings.filter((coding) => coding.documentId === place.documentId && overlaps(coding, place));
  const lanes = asked.choices.coderIds.flatMap((coderId): Lane[] => {
    const own = here.filter((coding) => coding.coderId === coderId);
    if (own.length === 0 && !finished.includes(coderId)) return [];
    return [
      {
        ...whoIs(coderId, asked),
        finished: finished.includes(coderId),
        codings: own.map((each) => ({ ...partOf(text, each), memo: each.memo })),
      },
    ];
  });
  return lanes.sort(byLetter);
}

function againstOf(
  { coderId, documents, units, alpha, percent, passages }: ReturnType<typeof againstConsensus>[number],
  asked: Asked,
): Against {
  return { ...whoIs(coderId, asked), documents, units, alpha, percent, f1: passages.iou50F1.value };
}

function whoIs(coderId: string, { letters, named, scope }: Asked): { letter: string; name: string | null } {
  const name = scope.coders.find(({ id }) => id === coderId)?.name ?? null;
  return { letter: letters[coderId] ?? '?', name: named ? name : null };
}

function byLetter(a: { letter: string }, b: { letter: string }): number {
  return a.letter.length - b.letter.length || (a.letter < b.letter ? -1 : 1);
}

function placeOf({ documentId, start, end }: Passage): Passage {
  return { documentId, start, end };
}

function partOf(text: string, { codeId, start, end }: Omit<Part, 'quote'>): Part {
  return { codeId, start, end, quote: text.slice(start, end) };
}

function textOf({ documents }: ReportInput, documentId: string): string {
  return documents.find(({ id }) => id === documentId)?.text ?? '';
}
