import 'server-only';
import type { Claim } from '@/lib/codings';
import type { Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Perform } from '@/lib/log/store';

/**
 * Hands the work of a placeholder to a member. While a round is open on any of its documents it is refused: whoever got
 * another's work as their own there would see under the seal.
 */
export const claimPlaceholder: Perform<Claim, Claim> = async (tx, by, { placeholderId, userId }) => {
  const { projectId } = by;
  await refuseUnfit(tx, projectId, { placeholderId, userId });
  await handCodings(tx, projectId, { placeholderId, userId });
  await handRounds(tx, projectId, { placeholderId, userId });
  await tx.member.update({
    where: { projectId_userId: { projectId, userId: placeholderId } },
    data: { removedAt: new Date() },
  });
  return { placeholderId, userId };
};

async function handCodings(tx: Tx, projectId: string, { placeholderId, userId }: Claim): Promise<void> {
  await tx.$executeRaw`
    UPDATE coding SET coder_id = ${userId}::uuid
    WHERE project_id = ${projectId}::uuid AND coder_id = ${placeholderId}::uuid AND NOT EXISTS (
      SELECT 1 FROM coding AS own WHERE own.project_id = coding.project_id AND own.document_id = coding.document_id
        AND own.coder_id = ${userId}::uuid AND own.code_id = coding.code_id AND own.start = coding.start
        AND own."end" = coding."end" AND own.layer = coding.layer AND own.deleted_at IS NULL)`;
  await tx.$executeRaw`
    UPDATE finished SET coder_id = ${userId}::uuid
    WHERE project_id = ${projectId}::uuid AND coder_id = ${placeholderId}::uuid AND NOT EXISTS (
      SELECT 1 FROM finished AS own WHERE own.project_id = finished.project_id
        AND own.document_id = finished.document_id AND own.coder_id = ${userId}::uuid)`;
}

/** What a round gave the placeholder to code, what it settled and said, and where it was named. */
async function handRounds(tx: Tx, projectId: string, { placeholderId, userId }: Claim): Promise<void> {
  await tx.$executeRaw`
    UPDATE assignment SET coder_id = ${userId}::uuid
    WHERE project_id = ${projectId}::uuid AND coder_id = ${placeholderId}::uuid AND NOT EXISTS (
      SELECT 1 FROM assignment AS own WHERE own.project_id = assignment.project_id AND own.round_id = assignment.round_id
        AND own.document_id = assignment.document_id AND own.coder_id = ${userId}::uuid)`;
  await tx.settlement.updateMany({
    where: { projectId, adjudicatorId: placeholderId },
    data: { adjudicatorId: userId },
  });
  await tx.comment.updateMany({ where: { projectId, authorId: placeholderId }, data: { authorId: userId } });
  await tx.$executeRaw`
    UPDATE comment SET mentions = array_replace(mentions, ${placeholderId}::uuid, ${userId}::uuid)
    WHERE project_id = ${projectId}::uuid AND ${placeholderId}::uuid = ANY(mentions) AND ${userId}::uuid <> ALL(mentions)`;
}

async function refuseUnfit(tx: Tx, projectId: string, { placeholderId, userId }: Claim): Promise<void> {
  const placeholder = await tx.member.findFirst({ where: { projectId, userId: placeholderId, user: { email: null } } });
  if (!placeholder) throw new Refusal('not-found', 'There is no such placeholder in this project.');
  const member = await tx.member.findFirst({
    where: { projectId, userId, removedAt: null, user: { email: { not: null } } },
  });
  if (!member) throw new Refusal('not-found', 'This person is not a member of the project. Invite them first.');
  const [sealed] = await tx.$queryRaw<{ title: string }[]>`
    SELECT title FROM document WHERE project_id = ${projectId}::uuid AND id IN (
      SELECT document_id FROM round_document WHERE project_id = ${projectId}::uuid AND open)
      AND id IN (
        SELECT document_id FROM coding WHERE project_id = ${projectId}::uuid AND coder_id = ${placeholderId}::uuid
        UNION SELECT document_id FROM settlement WHERE project_id = ${projectId}::uuid AND adjudicator_id = ${placeholderId}::uuid
        UNION SELECT document_id FROM comment WHERE project_id = ${projectId}::uuid AND author_id = ${placeholderId}::uuid)
    ORDER BY title LIMIT 1`;
  if (sealed) {
    throw new Refusal(
      'conflict',
      `The placeholder has codings or comments in “${sealed.title}”, on which a round is open. Close the round first: nobody gets others’ work as their own under the seal.`,
    );
  }
}
