import type { Comment, Round, Settlement } from '@/lib/rounds';
import { byClosing } from '../closing';
import type { About } from './content';
import { freeId } from './free-id';
import type { Notes } from './notes';
import { commentsHere, roundHere, settlementsHere, type Closed, type Who } from './rounds-here';

/** The rounds that come in, with what was decided and said in them, each under the ids that it has here. */
export type RoundPlan = {
  /** What the stages of the import are before the present: the closings, in their order. None where no round comes in. */
  past: About['closings'];
  /** Closed, each with the place of its closing in `past`. */
  rounds: { round: Closed; stage: number }[];
  settlements: Settlement[];
  comments: Comment[];
};

type Decided = Who & { keeps: boolean; vouched: ReadonlySet<string>; notes: Notes };

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
  noteStaying(about, decided.keeps, decided.notes);
  noteRounds(decided, { told, coming });
  const ids = idsOf(coming);
  const isHere = ({ roundId, documentId }: { roundId: string; documentId: string }) =>
    ids.has(roundId) && decided.documents.has(documentId);
  const [settlements, comments] = [about.settlements.filter(isHere), about.comments.filter(isHere)];
  noteLeft(about, decided.notes, { settlements, comments });
  return {
    past: coming.length > 0 ? about.closings : [],
    rounds: coming.map((round) => ({ round: roundHere(round, decided, ids), stage: stages.get(round.id)! })),
    settlements: settlementsHere(settlements, decided, ids),
    comments: commentsHere(comments, decided, ids),
  };
}

/** Nobody's part in a round is made in the name of a member who did not play it, and no two of them become one. */
function isTheirs({ inRounds }: About, { people, vouched }: Decided): boolean {
  const whole = [...inRounds].every((id) => vouched.has(id));
  return whole && new Set([...inRounds].map((id) => people.get(id))).size === inRounds.size;
}

function hasDocument({ documentIds }: Round, documents: Decided['documents']): boolean {
  return documentIds.some((id) => documents.has(id));
}

/** What is sure to stay outside, whoever everybody is said to be here. */
export function noteStaying({ rounds, closings }: About, keeps: boolean, notes: Notes): void {
  if (!keeps) {
    notes.note(
      'Rounds did not come in: #. They come only with their whole project, into one without documents and codes.',
      rounds.length,
    );
    return;
  }
  const closed = byClosing(rounds).length;
  notes.note(
    'Rounds that were open did not come in, since nobody here codes under their seal: #. Open them anew on the Rounds page.',
    rounds.length - closed,
  );
  notes.note(
    'Closed rounds did not come in, since the file does not say how codings stood when they closed: #. Archives of a selection, and of earlier versions, do not.',
    closed - closings.length,
  );
}

type Sorted = { told: readonly Closed[]; coming: readonly Closed[] };

function noteRounds({ keeps, documents, notes }: Decided, { told, coming }: Sorted): void {
  if (!keeps) return;
  const empty = told.filter((round) => !hasDocument(round, documents)).length;
  notes.note(
    'Closed rounds did not come in, since somebody in them was said to be a member here or to be the same as another: #. Let everybody in them be a placeholder, and hand those over afterwards.',
    told.length - empty - coming.length,
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

function idsOf(rounds: readonly Closed[]): Map<string, string> {
  const used = new Set<string>();
  return new Map(rounds.map(({ id }) => [id, freeId(id, used)]));
}
