import 'server-only';
import type { Subject } from '@/lib/access';
import { finishedId, type FinishedMark } from '@/lib/codings';
import { codersOf, type Round } from '@/lib/rounds';
import { listRounds } from '@/lib/rounds/store';
import { fittingTime } from '../fitting';
import type { Landing } from '../landing/store';
import { livedIn } from '../lived';
import type { RoundPlan } from '../plan-rounds';

/**
 * The finished marks of those whose work is their own here, and those that there were when rounds closed. One that names a
 * newer codebook names the one that came. Returns how many stand.
 */
export async function addMarks(landing: Landing): Promise<number> {
  const { tx, by, about, plan, pages } = landing;
  const now = Map.groupBy(marksHere(landing, about.finished), ({ documentId }) => documentId);
  const past = plan.rounds.past.map(({ finished, documentIds }) => {
    return { documentIds, marks: Map.groupBy(marksHere(landing, finished), ({ documentId }) => documentId) };
  });
  const standing: FinishedMark[] = [];
  for (const [was, { id }] of plan.documents) {
    const lives = livedIn(past, was, { then: ({ marks }) => marks.get(id) ?? [], now: now.get(id) ?? [] });
    for (const { item: mark, from, to } of lives) {
      if (to === null) standing.push(mark);
      const page = { kind: 'finished.set', subject: subjectOf(mark, mark.coderId) };
      await pages.add({ ...page, bodies: [{ mark, finished: true }] }, from);
      if (to !== null) await pages.add({ ...page, bodies: [{ mark, finished: false }] }, to);
    }
  }
  await tx.finished.createMany({ data: standing.map(({ id: _, ...mark }) => ({ projectId: by.projectId, ...mark })) });
  const lost = about.finished.length - standing.length;
  plan.notes.note('Finished marks did not come in, since they would be those of another member: #.', lost);
  return standing.length;
}

function marksHere({ plan, version }: Landing, marks: readonly FinishedMark[]): FinishedMark[] {
  return marks.flatMap(({ documentId: was, coderId, at, codebookVersion }) => {
    const [document, coder] = [plan.documents.get(was), plan.people.get(coderId)];
    if (!document || !coder || !plan.vouched.has(coderId)) return [];
    const mark = { documentId: document.id, coderId: coder, at: fittingTime(at) };
    return [{ id: finishedId(document.id, coder), ...mark, codebookVersion: Math.min(codebookVersion, version) }];
  });
}

/**
 * Rounds as they closed, what was settled and what was said in them. Each is opened and closed in one breath, after all that
 * stood at its closing: nobody here was ever under its seal, so nothing has to be hidden meanwhile.
 */
export async function addRounds({ tx, by, plan, pages }: Landing): Promise<void> {
  const { past, rounds, settlements, comments } = plan.rounds;
  if (rounds.length === 0) return;
  await insertRounds(
    { tx, by },
    rounds.map(({ round }) => round),
  );
  const stood = new Map((await listRounds(by.projectId, tx)).map((round) => [round.id, round]));
  for (const {
    round: { id, reason, closedAt },
    stage,
  } of rounds) {
    await pages.add({ kind: 'round.open', subject: null, bodies: [{ round: stood.get(id)! }] }, stage);
    await pages.add({ kind: 'round.close', subject: null, bodies: [{ id, reason, closedAt }] }, stage);
  }
  await insertDecided({ tx, by }, plan.rounds);
  for (const settlement of settlements) {
    // Its codings came with their document.
    const page = { kind: 'consensus.settle', subject: subjectOf(settlement, settlement.adjudicatorId) };
    await pages.add({ ...page, bodies: [{ settlement, codings: [] }] }, past.length);
  }
  for (const comment of comments) {
    const page = { kind: 'comment.add', subject: subjectOf(comment, comment.authorId) };
    await pages.add({ ...page, bodies: [{ comment }] }, past.length);
  }
}

type Into = Pick<Landing, 'tx' | 'by'>;

async function insertRounds({ tx, by: { projectId, actorId } }: Into, rounds: readonly Round[]): Promise<void> {
  await tx.round.createMany({
    data: rounds.map(({ id, title, codebookVersion, openedAt, closedAt, reason, sample, dealt }) => ({
      ...{ projectId, id, title, codebookVersion, openedBy: actorId, openedAt, closedAt, reason },
      ...{ ...(sample && { sample }), ...(dealt && { dealt }) },
    })),
  });
  const held = rounds.flatMap((round) => round.documentIds.map((documentId) => ({ round, documentId })));
  await tx.roundDocument.createMany({
    data: held.map(({ round, documentId }) => ({ projectId, roundId: round.id, documentId, open: false })),
  });
  await tx.assignment.createMany({
    data: held.flatMap(({ round, documentId }) =>
      codersOf(round, documentId).map((coderId) => ({ projectId, roundId: round.id, documentId, coderId })),
    ),
  });
}

async function insertDecided({ tx, by: { projectId } }: Into, { settlements, comments }: RoundPlan): Promise<void> {
  await tx.settlement.createMany({
    data: settlements.map(({ at, withdrawn: _, ...rest }) => ({ projectId, ...rest, createdAt: at })),
  });
  await tx.comment.createMany({
    data: comments.map(({ at, removed: _, ...rest }) => ({ projectId, ...rest, createdAt: at })),
  });
}

function subjectOf({ documentId }: { documentId: string }, coderId: string): Subject {
  return { documentId, coderId };
}
