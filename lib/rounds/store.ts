import 'server-only';
import type { z } from 'zod';
import type { Seal } from '@/lib/access';
import { brokenConstraint, db, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Perform } from '@/lib/log/store';
import type { roundChanges} from './changes';
import { type RoundClosed, type RoundOpened } from './changes';
import type { Round } from './round';

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
  return rows.map(({ id, title, documents, assignments, codebookVersion, openedAt, closedAt, reason }) => ({
    id,
    title,
    documentIds: documents.map((each) => each.documentId).sort(),
    coderIds: [...new Set(assignments.map((each) => each.coderId))].sort(),
    codebookVersion,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    reason,
  }));
}

/** Opens a round: from this commit on, its documents are sealed for everyone. */
export const openRound: Perform<Asked<'round.open'>, RoundOpened> = async (tx, by, asked) => {
  const { projectId, codebookVersion } = by;
  const { id, title } = asked;
  const documentIds = [...new Set(asked.documentIds)];
  const coderIds = [...new Set(asked.coderIds)];
  await refuseUnknown(tx, projectId, { documentIds, coderIds });
  await tx.round.create({ data: { projectId, id, title, codebookVersion, openedBy: by.actorId } });
  await sealDocuments(tx, documentIds.map((documentId) => ({ projectId, roundId: id, documentId })));
  const pairs = documentIds.flatMap((documentId) => coderIds.map((coderId) => ({ documentId, coderId })));
  await tx.assignment.createMany({ data: pairs.map((pair) => ({ projectId, roundId: id, ...pair })) });
  const round = (await listRounds(projectId, tx)).find((each) => each.id === id);
  return { round: round! };
};

/** Closes a round and so reveals its codings: one logged act, for all channels at once. */
export const closeRound: Perform<Asked<'round.close'>, RoundClosed> = async (tx, by, { id, reason }) => {
  const where = { projectId: by.projectId, id, closedAt: null };
  const closedAt = new Date();
  const { count } = await tx.round.updateMany({ where, data: { closedAt, reason } });
  if (count === 0) throw new Refusal('not-found', 'There is no open round with this id.');
  await tx.roundDocument.updateMany({ where: { projectId: by.projectId, roundId: id }, data: { open: false } });
  return { id, reason, closedAt: closedAt.toISOString() };
};

async function sealDocuments(tx: Tx, data: { projectId: string; roundId: string; documentId: string }[]): Promise<void> {
  try {
    await tx.roundDocument.createMany({ data });
  } catch (error) {
    if (brokenConstraint(error) !== 'round_document_open_once') throw error;
    throw new Refusal('conflict', 'One of these documents is already in an open round. A document is in one at a time.');
  }
}

type Chosen = { documentIds: string[]; coderIds: string[] };

async function refuseUnknown(tx: Tx, projectId: string, { documentIds, coderIds }: Chosen): Promise<void> {
  const documents = await tx.document.count({ where: { projectId, id: { in: documentIds }, deletedAt: null } });
  if (documents !== documentIds.length) throw new Refusal('not-found', 'One of these documents is not in this project.');
  const roles = ['owner', 'adjudicator', 'coder'] as const;
  const where = { projectId, userId: { in: coderIds }, removedAt: null, role: { in: [...roles] } };
  if ((await tx.member.count({ where })) !== coderIds.length) {
    throw new Refusal('not-found', 'One of these people is no coder of this project.');
  }
}
