import { longestComment, longestReason, type Comment, type Round, type Settlement } from '@/lib/rounds';
import { guidOf } from '../guid';
import { cut, fittingName, fittingTime, storable } from './fitting';
import { freeId } from './free-id';
import type { Placed } from './plan';

export type Closed = Round & { closedAt: string };

/** Who the people of the file are here, which document is which, and what the attributes of documents are called. */
export type Who = {
  people: ReadonlyMap<string, string>;
  documents: ReadonlyMap<string, Placed>;
  keys: ReadonlyMap<string, string>;
};
/** The ids that the rounds of the file have here. */
type Ids = ReadonlyMap<string, string>;

/** A round of the file as it will stand here. */
export function roundHere(round: Closed, { people, documents, keys }: Who, ids: Ids): Closed {
  const { documentIds, coderIds, assigned, dealt, sample } = round;
  const placed = [...new Set(documentIds)].flatMap((id) =>
    documents.has(id) ? [[id, documents.get(id)!.id] as const] : [],
  );
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

export function settlementsHere(come: readonly Settlement[], { people, documents }: Who, ids: Ids): Settlement[] {
  const used = new Set<string>();
  return come.map((settlement) => ({
    ...settlement,
    ...{ id: freeId(settlement.id, used), roundId: ids.get(settlement.roundId)! },
    ...{ documentId: documents.get(settlement.documentId)!.id, adjudicatorId: people.get(settlement.adjudicatorId)! },
    ...{ reason: cut(storable(settlement.reason), longestReason), codingIds: settlement.codingIds.map(guidOf) },
    at: fittingTime(settlement.at),
  }));
}

export function commentsHere(come: readonly Comment[], { people, documents }: Who, ids: Ids): Comment[] {
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
