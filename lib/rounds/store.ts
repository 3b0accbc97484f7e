import 'server-only';
import type { z } from 'zod';
import { maySee, type Seal } from '@/lib/access';
import { brokenConstraint, db, Prisma, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Perform } from '@/lib/log/store';
import { assign } from './assign';
import type { CoderReminded, roundChanges, RoundClosed, RoundOpened } from './changes';
import { reminderId, reminderPause, type Dealt, type Reminder, type Round } from './round';
import { draw, frameOf, type Drawn, type Sampling } from './sample';

type Asked<K extends keyof typeof roundChanges> = z.infer<(typeof roundChanges)[K]['body']>;

/** What this person may see just now. Everything that shows anybody's codings asks this first. */
export async function sealFor(projectId: string, viewerId: string): Promise<Seal> {
  const rows = await db().roundDocument.findMany({ where: { projectId, open: true }, select: { documentId: true } });
  return { viewerId, sealedDocuments: rows.map((row) => row.documentId) };
}

/** The project's rounds, newest first. */
export async function listRounds(projectId: string, tx: Tx = db()): Promise<Round[]> {
  const rows = await tx.round.findMany({
    where: { projectId },
    include: { documents: true, assignments: true },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(
    ({ id, title, documents, assignments, codebookVersion, openedAt, closedAt, reason, sample, dealt }) => ({
      id,
      title,
      documentIds: documents.map((each) => each.documentId).sort(),
      coderIds: [...new Set(assignments.map((each) => each.coderId))].sort(),
      codebookVersion,
      openedAt: openedAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
      reason,
      sample: sample as Drawn | null,
      dealt: dealt as Dealt | null,
      assigned: dealt ? assignedIn(assignments) : null,
    }),
  );
}

/** The last reminder of each coder in each open round, as far as this person may see it: `seal` is that of marks. */
export async function listReminders(projectId: string, seal: Seal): Promise<Reminder[]> {
  const rows = await db().reminder.findMany({ where: { projectId, round: { closedAt: null } } });
  return rows.map(asReminder).filter((reminder) => maySee(seal, reminder));
}

/**
 * Opens a round: from this commit on, its documents are sealed for everyone. A sample is drawn and documents are dealt here,
 * in the transaction, so that what the round states of its making is how it was made.
 */
export const openRound: Perform<Asked<'round.open'>, RoundOpened> = async (tx, by, asked) => {
  const { projectId, codebookVersion } = by;
  const { id, title } = asked;
  const documentIds = [...new Set(asked.documentIds)];
  const coderIds = [...new Set(asked.coderIds)];
  await refuseUnknown(tx, projectId, { documentIds, coderIds });
  const sample = asked.sample ? await drawnAgain(tx, projectId, { asked: asked.sample, documentIds }) : null;
  const dealt = dealtFor(asked.dealt ?? null, { documentIds, coderIds });
  const assigned = dealt && assign({ documentIds, coderIds }, dealt);
  const plan = { ...(sample && { sample }), ...(dealt && { dealt }) };
  await tx.round.create({ data: { projectId, id, title, codebookVersion, openedBy: by.actorId, ...plan } });
  await sealDocuments(
    tx,
    documentIds.map((documentId) => ({ projectId, roundId: id, documentId })),
  );
  const pairs = documentIds.flatMap((documentId) =>
    (assigned?.[documentId] ?? coderIds).map((coderId) => ({ documentId, coderId })),
  );
  await tx.assignment.createMany({ data: pairs.map((pair) => ({ projectId, roundId: id, ...pair })) });
  const round = (await listRounds(projectId, tx)).find((each) => each.id === id);
  return { round: round! };
};

/** Reminds a coder of an open round, at most once an hour and only of what there is left to do. */
export const remindCoder: Perform<Asked<'round.remind'>, CoderReminded> = async (tx, by, { id: roundId, coderId }) => {
  const { projectId } = by;
  const round = await tx.round.findFirst({ where: { projectId, id: roundId, closedAt: null } });
  if (!round) throw new Refusal('not-found', 'There is no open round with this id.');
  const left = await unfinished(tx, { projectId, roundId, coderId });
  if (!left[0]) throw new Refusal('conflict', 'This person has nothing left to finish in this round.');
  const where = { projectId_roundId_coderId: { projectId, roundId, coderId } };
  const before = await tx.reminder.findUnique({ where });
  const at = new Date();
  if (before && at.getTime() - before.at.getTime() < reminderPause) {
    throw new Refusal('conflict', 'This person was reminded less than an hour ago. Please give them the time.');
  }
  const said = { documentId: left[0].documentId, at, mailedAt: null };
  const row = await tx.reminder.upsert({ where, create: { projectId, roundId, coderId, ...said }, update: said });
  return { reminder: asReminder(row) };
};

/** Closes a round and so reveals its codings: one logged act, for all channels at once. */
export const closeRound: Perform<Asked<'round.close'>, RoundClosed> = async (tx, by, { id, reason }) => {
  const { projectId } = by;
  const early = reason.trim() === '' && (await unfinished(tx, { projectId, roundId: id })).length > 0;
  if (early)
    throw new Refusal(
      'invalid',
      'Not everyone has finished. Please say why the round is closed now; the reason stays with it.',
    );
  const closedAt = new Date();
  const { count } = await tx.round.updateMany({ where: { projectId, id, closedAt: null }, data: { closedAt, reason } });
  if (count === 0) throw new Refusal('not-found', 'There is no open round with this id.');
  await tx.roundDocument.updateMany({ where: { projectId, roundId: id }, data: { open: false } });
  return { id, reason, closedAt: closedAt.toISOString() };
};

/**
 * The reminders of a round that this person gave within the last hour and that were not sent by e-mail yet, which they are
 * marked as from now on: who asks twice, even at once, sends once.
 */
export async function takeUnmailed(projectId: string, roundId: string, actorId: string): Promise<Waiting[]> {
  return db().$queryRaw<Waiting[]>`
    WITH taken AS (
      UPDATE reminder SET mailed_at = now()
      WHERE project_id = ${projectId}::uuid AND round_id = ${roundId}::uuid AND mailed_at IS NULL AND at > now() - interval '1 hour'
        AND EXISTS (SELECT 1 FROM change WHERE change.project_id = reminder.project_id AND kind = 'round.remind'
          AND actor_id = ${actorId}::uuid AND body #>> '{reminder,at}' = iso(reminder.at) AND change.coder_id = reminder.coder_id)
      RETURNING coder_id)
    SELECT "user".name, email, round.title AS round, project.title AS project
    FROM taken JOIN "user" ON "user".id = taken.coder_id
      JOIN round ON round.project_id = ${projectId}::uuid AND round.id = ${roundId}::uuid AND closed_at IS NULL
      JOIN project ON project.id = ${projectId}::uuid
    ORDER BY name`;
}

/** Whom to write to, and of what. */
export type Waiting = { name: string; email: string; round: string; project: string };

type Whose = { projectId: string; roundId: string; coderId?: string };

/** What is left to finish in a round, for one coder or for all, in the order of the documents' ids. */
async function unfinished(tx: Tx, { projectId, roundId, coderId }: Whose): Promise<{ documentId: string }[]> {
  const whose = coderId
    ? Prisma.sql`AND member.removed_at IS NULL AND assignment.coder_id = ${coderId}::uuid`
    : Prisma.empty;
  return tx.$queryRaw`
    SELECT assignment.document_id AS "documentId" FROM assignment
    JOIN member ON member.project_id = assignment.project_id AND member.user_id = assignment.coder_id
    WHERE assignment.project_id = ${projectId}::uuid AND round_id = ${roundId}::uuid ${whose}
      AND NOT EXISTS (SELECT 1 FROM finished WHERE finished.project_id = assignment.project_id
        AND finished.document_id = assignment.document_id AND finished.coder_id = assignment.coder_id)
    ORDER BY 1`;
}

type Claimed = { asked: Sampling; documentIds: string[] };

/** The sample as it comes out now. What was drawn in a browser before somebody added a document is refused, not passed off. */
async function drawnAgain(tx: Tx, projectId: string, { asked, documentIds }: Claimed): Promise<Drawn> {
  const { seed, size, by, fresh } = asked;
  if (by !== null && (await tx.attribute.count({ where: { projectId, key: by } })) === 0) {
    throw new Refusal('not-found', 'There is no such attribute to stratify by.');
  }
  const present = await tx.document.findMany({
    where: { projectId, deletedAt: null },
    select: { id: true, attributes: true },
  });
  const documents = present.map(({ id, attributes }) => ({ id, attributes: attributes as Record<string, string> }));
  const frame = frameOf(documents, await listRounds(projectId, tx), fresh);
  const drawn = size <= frame.length ? draw(frame, asked) : null;
  const same =
    drawn?.documentIds.length === documentIds.length && drawn.documentIds.every((id) => documentIds.includes(id));
  if (!same)
    throw new Refusal(
      'conflict',
      'The documents have changed since the sample was drawn. Please look at the new sample.',
    );
  return { seed, size, by, fresh, strata: drawn.strata };
}

/** How documents are dealt; null where that comes to everyone coding everything. */
function dealtFor(dealt: Dealt | null, { documentIds, coderIds }: Chosen): Dealt | null {
  if (dealt === null || dealt.perDocument === coderIds.length) return null;
  if (dealt.perDocument > coderIds.length)
    throw new Refusal('invalid', 'A document cannot go to more coders than there are in the round.');
  if (dealt.perDocument * documentIds.length < coderIds.length) {
    throw new Refusal('invalid', 'Some coders would get no document. Choose fewer coders or more documents.');
  }
  return dealt;
}

function assignedIn(assignments: readonly { documentId: string; coderId: string }[]): Record<string, string[]> {
  const groups = Map.groupBy(assignments, ({ documentId }) => documentId);
  return Object.fromEntries([...groups].map(([id, pairs]) => [id, pairs.map(({ coderId }) => coderId).sort()]));
}

type ReminderRow = Omit<Reminder, 'id' | 'at'> & { at: Date };

function asReminder({ roundId, coderId, documentId, at }: ReminderRow): Reminder {
  return { id: reminderId(roundId, coderId), roundId, coderId, documentId, at: at.toISOString() };
}

async function sealDocuments(
  tx: Tx,
  data: { projectId: string; roundId: string; documentId: string }[],
): Promise<void> {
  try {
    await tx.roundDocument.createMany({ data });
  } catch (error) {
    if (brokenConstraint(error) !== 'round_document_open_once') throw error;
    throw new Refusal(
      'conflict',
      'One of these documents is already in an open round. A document is in one at a time.',
    );
  }
}

type Chosen = { documentIds: string[]; coderIds: string[] };

async function refuseUnknown(tx: Tx, projectId: string, { documentIds, coderIds }: Chosen): Promise<void> {
  const documents = await tx.document.count({ where: { projectId, id: { in: documentIds }, deletedAt: null } });
  if (documents !== documentIds.length)
    throw new Refusal('not-found', 'One of these documents is not in this project.');
  const roles = ['owner', 'adjudicator', 'coder'] as const;
  const where = { projectId, userId: { in: coderIds }, removedAt: null, role: { in: [...roles] } };
  if ((await tx.member.count({ where })) !== coderIds.length) {
    throw new Refusal('not-found', 'One of these people is no coder of this project.');
  }
}
