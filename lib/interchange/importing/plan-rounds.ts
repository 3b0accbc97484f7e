import { longestComment, longestReason, type Comment, type Round, type Settlement } from '@/lib/rounds';
import { byClosing } from '../closing';
import { guidOf } from '../guid';
import type { About } from './content';
import { cut, fittingName, fittingTime, storable } from './fitting';
import { freeId } from './free-id';
import type { Notes } from './notes';
import type { Placed } from './plan';

/** The rounds that come in, with what was decided and said in them, each under the ids that it has here. */
export type RoundPlan = {
  /** What the stages of the import are before the present: the closings, in their order. None where no round comes in. */
  past: About['closings'];
  /** Closed, each with the place of its closing in `past`. */
  rounds: { round: Round & { closedAt: string }; stage: number }[];
  settlements: Settlement[];
  comments: Comment[];
};

type Decided = {
  keeps: boolean;
  people: ReadonlyMap<string, string>;
  vouched: ReadonlySet<string>;
  documents: ReadonlyMap<string, Placed>;
  /** The keys that attributes of documents have here. */
  keys: ReadonlyMap<string, string>;
  notes: Notes;
};

/**
 * A round is a promise that certain people coded certain documents under a seal, and its numbers are those of its closing.
 * So it comes in only where all of that is told and stays whose it was: closed, into a project that had nothing, with
 * everybody in it a placeholder of their own or whoever imports.
 */
export function planRounds(about: About, decided: Decided): RoundPlan {
  const stages = new Map(about.closings.map(({ roundId }, stage) => [roundId, stage]));
  const told = byClosing(about.rounds).filter(({ id }) => stages.has(id));
  const coming =
    decided.keeps && isTheirs(about, decided) ? told.filter((round) => hasDocument(round, decided.documents)) : [];
  noteRounds(about, decided, { told, coming });
  const ids = idsOf(coming);
  const settlements = about.settlements.filter(
    ({ roundId, documentId }) => ids.has(roundId) && decided.documents.has(documentId),
  );
  const comments = about.comments.filter(
    ({ roundId, documentId }) => ids.has(roundId) && decided.documents.has(documentId),
  );
  noteLeft(about, decided.notes, { settlements, comments });
  return {
    past: coming.length > 0 ? about.closings : [],
    rounds: coming.map((round) => ({ round: roundHere(round, decided, ids), stage: stages.get(round.id)! })),
    settlements: settlementsHere(settlements, decided, ids),
    comments: commentsHere(comments, decided, ids),
  };
}

type Closed = Round & { closedAt: string };
type Ids = ReadonlyMap<string, string>;

/** Nobody's part in a round is made in the name of a member who did not play it, and no two of them become one. */
function isTheirs({ inRounds }: About, { people, vouched }: Decided): boolean {
  const whole = [...inRounds].every((id) => vouched.has(id));
  return whole && new Set([...inRounds].map((id) => people.get(id))).size === inRounds.size;
}

function hasDocument({ documentIds }: Round, documents: Decided['documents']): boolean {
  return documentIds.some((id) => documents.has(id));
}

type Sorted = { told: readonly Closed[]; coming: readonly Closed[] };

function noteRounds({ rounds }: About, { keeps, documents, notes }: Decided, { told, coming }: Sorted): void {
  if (!keeps) {
    notes.note(
      'Rounds did not come in: #. A round belongs to the documents and the codebook that it was held on.',
      rounds.length,
    );
    return;
  }
  const closed = byClosing(rounds).length;
  const empty = told.filter((round) => !hasDocument(round, documents)).length;
  const others = coming.length > 0 ? 0 : told.length - empty;
  notes.note(
    'Rounds that were open did not come in, since nobody here codes under their seal: #. Open them anew on the Rounds page.',
    rounds.length - closed,
  );
  notes.note(
    'Closed rounds did not come in, since the file does not say how codings stood when they closed: #. Archives of a selection, and of earlier versions, do not.',
    closed - told.length,
  );
  notes.note(
    'Closed rounds did not come in, since somebody in them was said to be a member here or to be the same as another: #. Let everybody in them be a placeholder, and hand those over afterwards.',
    others,
  );
  notes.note('Closed rounds of which no document is left did not come in: #.', empty);
  const missing = coming.flatMap(({ documentIds }) => documentIds.filter((id) => !documents.has(id)));
  notes.note(
    'Documents that were deleted are missing in the rounds that they were in, whose numbers differ for it: #.',
    missing.length,
  );
}

function noteLeft(
  about: About,
  notes: Notes,
  { settlements, comments }: Pick<About, 'settlements' | 'comments'>,
): void {
  notes.note(
    'Settled passages of rounds that did not come in are not settled here: #.',
    about.settlements.length - settlements.length,
  );
  notes.note(
    'Comments on passages of rounds that did not come in are missing: #.',
    about.comments.length - comments.length,
  );
}

function idsOf(rounds: readonly Closed[]): Ids {
  const used = new Set<string>();
  return new Map(rounds.map(({ id }) => [id, freeId(id, used)]));
}

function roundHere(round: Closed, { people, documents, keys }: Decided, ids: Ids): Closed {
  const { documentIds, coderIds, assigned, dealt, sample } = round;
  const placed = documentIds.flatMap((id) => (documents.has(id) ? [[id, documents.get(id)!.id] as const] : []));
  const coders = (some: readonly string[]) => [...new Set(some.map((id) => people.get(id)!))];
  return {
    ...round,
    ...{
      id: ids.get(round.id)!,
      title: fittingName(round.title, 200, 'Round'),
      reason: cut(storable(round.reason), 2_000),
    },
    ...{ openedAt: fittingTime(round.openedAt), closedAt: fittingTime(round.closedAt) },
    ...{ documentIds: placed.map(([, id]) => id), coderIds: coders(coderIds) },
    sample: sample && { ...sample, by: sample.by === null ? null : (keys.get(sample.by) ?? sample.by) },
    assigned:
      dealt && assigned ? Object.fromEntries(placed.map(([was, id]) => [id, coders(assigned[was] ?? [])])) : null,
    dealt: assigned && dealt,
  };
}

function settlementsHere(come: readonly Settlement[], { people, documents }: Decided, ids: Ids): Settlement[] {
  const used = new Set<string>();
  return come.map((settlement) => ({
    ...settlement,
    ...{ id: freeId(settlement.id, used), roundId: ids.get(settlement.roundId)! },
    ...{ documentId: documents.get(settlement.documentId)!.id, adjudicatorId: people.get(settlement.adjudicatorId)! },
    ...{ reason: cut(storable(settlement.reason), longestReason), codingIds: settlement.codingIds.map(guidOf) },
    at: fittingTime(settlement.at),
  }));
}

function commentsHere(come: readonly Comment[], { people, documents }: Decided, ids: Ids): Comment[] {
  const used = new Set<string>();
  return come.map((comment) => ({
    ...comment,
    ...{ id: freeId(comment.id, used), roundId: ids.get(comment.roundId)! },
    ...{ documentId: documents.get(comment.documentId)!.id, authorId: people.get(comment.authorId)! },
    text: cut(storable(comment.text), longestComment),
    mentions: [...new Set(comment.mentions.flatMap((id) => people.get(id) ?? []))],
    ...{ at: fittingTime(comment.at), editedAt: comment.editedAt === null ? null : fittingTime(comment.editedAt) },
  }));
}
