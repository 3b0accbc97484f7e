import type { Coding } from '@/lib/codings';
import type { Round, Settlement } from '@/lib/rounds';
import { checkSpan, overlaps, type Span } from '@/lib/text';
import { archiveFile } from './archive-file';
import { checkCodings, checkTree, uniqueIds, type Known } from './check-lists';
import type { Closing } from './closing';
import type { Contents } from './memory-archive';
import { refuse } from './unreadable';

type Places = { known: Known; rounds: ReadonlyMap<string, Round> };

/** Rounds, and what hangs on them: settlements, comments, and how things stood when each closed. */
export function checkRounds({ rounds, settlements, comments, closings, codings }: Contents, known: Known): void {
  uniqueIds(archiveFile.rounds, rounds);
  uniqueIds(archiveFile.settlements, settlements);
  uniqueIds(archiveFile.comments, comments);
  for (const { coderIds, assigned } of rounds) {
    for (const id of [...coderIds, ...Object.values(assigned ?? {}).flat()])
      known.need('member', id, archiveFile.rounds);
  }
  const places = { known, rounds: new Map(rounds.map((round) => [round.id, round])) };
  checkSettlements(settlements, codings, places);
  for (const comment of comments) {
    checkPassage(comment, archiveFile.comments, places);
    for (const id of [comment.authorId, ...comment.mentions]) known.need('member', id, archiveFile.comments);
  }
  for (const closing of closings) checkClosing(closing, rounds, known);
}

/**
 * A settlement settles words of a closed round that no other of them settles, and what it wrote is consensus in that
 * document: to take it back is to take those codings away, so it must not name anybody's own.
 */
function checkSettlements(settlements: readonly Settlement[], codings: readonly Coding[], places: Places): void {
  const where = archiveFile.settlements;
  const wrote = new Map(codings.map((coding) => [coding.id, coding]));
  for (const settlement of settlements) {
    const { closedAt } = checkPassage(settlement, where, places);
    if (closedAt === null)
      refuse(where, `the round ${settlement.roundId} is open, and nothing is settled in one that is`);
    places.known.need('member', settlement.adjudicatorId, where);
    const named = settlement.codingIds.flatMap((id) => wrote.get(id) ?? []);
    const other = named.find(({ layer, documentId }) => layer !== 'consensus' || documentId !== settlement.documentId);
    if (other) refuse(where, `the coding ${other.id} is not one that a settlement in its document wrote`);
  }
  const byPlace = Map.groupBy(settlements, ({ roundId, documentId }) => `${roundId} ${documentId}`);
  for (const some of byPlace.values()) {
    const ordered = some.toSorted((a, b) => a.start - b.start);
    const twice = ordered.find((each, at) => at > 0 && overlaps(ordered[at - 1]!, each));
    if (twice) refuse(where, `the passage from ${twice.start} to ${twice.end} is settled twice`);
  }
}

/** The round of a passage that lies in a text of it. */
function checkPassage(place: Span & { roundId: string; documentId: string }, where: string, { known, rounds }: Places) {
  const { roundId, documentId } = place;
  const round = rounds.get(roundId) ?? refuse(where, `it names the round ${roundId}, which the archive does not hold`);
  known.need('document', documentId, where);
  if (!round.documentIds.includes(documentId)) refuse(where, `the document ${documentId} was not in its round`);
  const fault = checkSpan(known.texts.get(documentId)!, place);
  if (fault) refuse(where, fault);
  return round;
}

/** What a closing says is said of documents that its round had, and its codings have codes of its own codebook. */
function checkClosing(
  { roundId, documents, codes, finished, codings }: Closing,
  rounds: readonly Round[],
  known: Known,
): void {
  const index = rounds.findIndex(({ id }) => id === roundId);
  const where = archiveFile.closing(index);
  const lines = archiveFile.closingCodings(index);
  const had = new Set(rounds[index]!.documentIds);
  const isIn = (documentId: string, place: string) => {
    known.need('document', documentId, place);
    if (!had.has(documentId)) refuse(place, `the document ${documentId} was not in the round`);
  };
  for (const { id } of documents) isIn(id, where);
  uniqueIds(where, documents);
  uniqueIds(where, finished);
  for (const { documentId, coderId } of finished) {
    isIn(documentId, where);
    known.need('member', coderId, where);
  }
  checkTree(codes, where);
  checkCodings(codings, known, { where: lines, codes: uniqueIds(where, codes) });
  for (const { documentId, layer } of codings) {
    isIn(documentId, lines);
    if (layer !== 'coder') refuse(lines, 'it holds codings that are no coder’s own');
  }
}
