import 'server-only';
import type { z } from 'zod';
import type { Seal } from '@/lib/access';
import type { Coding } from '@/lib/codings';
import { codingColumns, sealed } from '@/lib/codings/store';
import { db, Prisma, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Acting, Perform } from '@/lib/log/store';
import { checkQuote, checkSpan, overlaps } from '@/lib/text';
import { textInClosedRound } from '../passage/store';
import type { adjudicationChanges } from './changes';
import { type ConsensusSettled, type ConsensusWithdrawn } from './changes';
import { collision, type Place, type Settlement } from './settlement';

type Asked<K extends keyof typeof adjudicationChanges> = z.infer<(typeof adjudicationChanges)[K]['body']>;

/** Which settlements are wanted; what is left out does not narrow. */
type Wanted = { roundId?: string; documentId?: string; id?: string; tx?: Tx };

/** The settlements that this person may see, withdrawn ones too. */
export async function listSettlements(projectId: string, seal: Seal, wanted: Wanted = {}): Promise<Settlement[]> {
  const { roundId, documentId, id, tx = db() } = wanted;
  const conditions = [sealed(seal)];
  if (roundId) conditions.push(Prisma.sql`round_id = ${roundId}::uuid`);
  if (documentId) conditions.push(Prisma.sql`document_id = ${documentId}::uuid`);
  if (id) conditions.push(Prisma.sql`id = ${id}::uuid`);
  return tx.$queryRaw<Settlement[]>`
    SELECT id, round_id AS "roundId", document_id AS "documentId", start, "end", coder_id AS "adjudicatorId", reason,
      coding_ids AS "codingIds", iso(created_at) AS at, withdrawn_at IS NOT NULL AS withdrawn
    FROM (SELECT *, adjudicator_id AS coder_id FROM settlement) AS settlement
    WHERE project_id = ${projectId}::uuid AND ${Prisma.join(conditions, ' AND ')}
    ORDER BY document_id, start, created_at, id`;
}

/** Writes the consensus on a passage of a closed round, unless somebody has done so already. */
export const settlePassage: Perform<Asked<'consensus.settle'>, ConsensusSettled> = async (tx, by, asked) => {
  const { id, roundId, documentId, start, end, reason, codings } = asked;
  const text = await textInClosedRound(tx, by.projectId, asked);
  const fault = checkSpan(text, asked) ?? codings.map((each) => checkQuote(text, each, each.quote)).find(Boolean);
  if (fault) throw new Refusal('invalid', fault);
  if (!codings.every((each) => overlaps(each, asked))) {
    throw new Refusal('invalid', 'A consensus coding must touch the passage that it settles.');
  }
  await refuseCollision(tx, by, asked);
  await refuseCodes(tx, by, codings);
  await refuseDoubles(tx, by, { documentId, parts: codings });
  const made = { projectId: by.projectId, documentId, coderId: by.actorId, layer: 'consensus', memo: reason } as const;
  const { codebookVersion } = by;
  await tx.coding.createMany({ data: codings.map((each) => ({ ...each, ...made, codebookVersion })) });
  const codingIds = codings.map((each) => each.id);
  const place = { projectId: by.projectId, id, roundId, documentId, start, end };
  await tx.settlement.create({ data: { ...place, reason, codingIds, adjudicatorId: by.actorId } });
  return settledNow(tx, by, id);
};

/** Opens a settled passage again. Its codings stay in their rows, so that taking this back brings the same ones back. */
export const withdrawSettlement: Perform<Asked<'consensus.withdraw'>, ConsensusWithdrawn> = async (tx, by, { id }) => {
  const settlement = await oneSettlement(tx, by, id);
  await textInClosedRound(tx, by.projectId, settlement);
  if (settlement.withdrawn) refuseGone();
  const at = new Date();
  const { projectId } = by;
  await tx.settlement.update({ where: { projectId_id: { projectId, id } }, data: { withdrawnAt: at } });
  const where = { projectId, id: { in: settlement.codingIds }, layer: 'consensus', deletedAt: null } as const;
  await tx.coding.updateMany({ where, data: { deletedAt: at } });
  return { settlement: { ...settlement, withdrawn: true } };
};

/** Brings a withdrawn settlement back, unless the passage was settled anew. */
export const restoreSettlement: Perform<Asked<'consensus.restore'>, ConsensusSettled> = async (tx, by, { id }) => {
  const settlement = await oneSettlement(tx, by, id);
  await textInClosedRound(tx, by.projectId, settlement);
  if (!settlement.withdrawn) throw new Refusal('conflict', 'This passage is settled; there is nothing to bring back.');
  await refuseCollision(tx, by, settlement);
  const where = { projectId: by.projectId, id };
  const { withdrawnAt } = await tx.settlement.findFirstOrThrow({ where });
  const gone = {
    projectId: by.projectId,
    id: { in: settlement.codingIds },
    layer: 'consensus',
    deletedAt: withdrawnAt,
  } as const;
  const parts = await tx.coding.findMany({ where: gone });
  await refuseDoubles(tx, by, { documentId: settlement.documentId, parts });
  await tx.coding.updateMany({ where: gone, data: { deletedAt: null } });
  await tx.settlement.update({ where: { projectId_id: where }, data: { withdrawnAt: null } });
  return settledNow(tx, by, id);
};

/** What the log keeps of a settlement: itself and its codings, as their rows are now. */
async function settledNow(tx: Tx, by: Acting, id: string): Promise<ConsensusSettled> {
  const settlement = await oneSettlement(tx, by, id);
  const codings = await tx.$queryRaw<Coding[]>`
    SELECT ${codingColumns} FROM coding
    WHERE project_id = ${by.projectId}::uuid AND id = ANY(${settlement.codingIds}::uuid[]) AND deleted_at IS NULL
    ORDER BY start, "end" DESC, id`;
  return { settlement, codings };
}

/** Whatever the seal: nothing is said of it before `textInClosedRound` has asked whether it may be seen. */
async function oneSettlement(tx: Tx, { projectId, actorId }: Acting, id: string): Promise<Settlement> {
  const seal = { viewerId: actorId, sealedDocuments: [] };
  return (await listSettlements(projectId, seal, { id, tx }))[0] ?? refuseGone();
}

/** Two adjudicators at one passage: the second is told who was first, and nothing of the first is lost. */
async function refuseCollision(tx: Tx, { projectId, actorId }: Acting, place: Place): Promise<void> {
  const seal = { viewerId: actorId, sealedDocuments: [] };
  const { roundId, documentId } = place;
  const other = collision(await listSettlements(projectId, seal, { roundId, documentId, tx }), place);
  if (!other) return;
  const { name } = await tx.user.findUniqueOrThrow({ where: { id: other.adjudicatorId } });
  const who = other.adjudicatorId === actorId ? 'You have' : `${name} has`;
  throw new Refusal('conflict', `${who} settled this passage already. Open it again to decide anew.`);
}

async function refuseCodes(tx: Tx, { projectId }: Acting, codings: readonly { codeId: string }[]): Promise<void> {
  const ids = [...new Set(codings.map(({ codeId }) => codeId))];
  const alive = await tx.code.count({ where: { projectId, id: { in: ids }, deletedAt: null } });
  if (alive === ids.length) return;
  throw new Refusal('conflict', 'One of these codes is no longer in the codebook. Choose another one.');
}

type Parts = { documentId: string; parts: readonly { codeId: string; start: number; end: number }[] };

/** A document may lie in several rounds: the consensus has one code on one span once, whoever settled it. */
async function refuseDoubles(tx: Tx, { projectId }: Acting, { documentId, parts }: Parts): Promise<void> {
  const same = parts.map(({ codeId, start, end }) => ({ codeId, start, end }));
  const where = { projectId, documentId, layer: 'consensus', deletedAt: null, OR: same } as const;
  const found = same.length > 0 ? await tx.coding.findFirst({ where, include: { code: true } }) : null;
  if (!found) return;
  const sentence = `The consensus has “${found.code.name}” on exactly these words already. Leave it out here.`;
  throw new Refusal('conflict', sentence);
}

function refuseGone(): never {
  throw new Refusal('not-found', 'This passage is not settled any more; perhaps somebody has opened it again.');
}
