import 'server-only';
import type { z } from 'zod';
import { db, Prisma, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Perform } from '@/lib/log/store';
import { corrected, crossing, type Anchor } from './anchors';
import {
  alignedBody,
  mostAnchors,
  type pairChanges,
  type PairAligned,
  type PairLinked,
  type PairUnlinked,
} from './changes';
import { sides, type Pair } from './pair';

type Asked<K extends keyof typeof pairChanges> = z.infer<(typeof pairChanges)[K]['body']>;

const pairColumns = Prisma.sql`pair.id, original_id AS "originalId", translation_id AS "translationId", anchors`;
const withDocuments = Prisma.sql`pair
  JOIN document AS original ON original.project_id = pair.project_id AND original.id = original_id
  JOIN document AS translation ON translation.project_id = pair.project_id AND translation.id = translation_id`;
const live = Prisma.sql`original.deleted_at IS NULL AND translation.deleted_at IS NULL`;

/** The project's pairs, both documents of which are there. */
export async function listPairs(projectId: string): Promise<Pair[]> {
  return db().$queryRaw<Pair[]>`
    SELECT ${pairColumns} FROM ${withDocuments} WHERE pair.project_id = ${projectId}::uuid AND ${live} ORDER BY pair.id`;
}

/** Links a document with its translation. A pair whose other document lies deleted lets go of the one it has. */
export const linkPair: Perform<Asked<'pair.link'>, PairLinked> = async (tx, by, { anchors = [], ...asked }) => {
  const { projectId } = by;
  const pair = { ...asked, anchors: corrected([], { add: anchors, remove: [] }) };
  await refuseUnfit(tx, projectId, pair);
  const held = await holding(tx, projectId, [pair.originalId, pair.translationId]);
  for (const { isLive, original, translation } of held) if (isLive) refuseTaken(original, translation);
  const freed = held.map(({ id }) => id);
  await tx.pair.deleteMany({ where: { projectId, id: { in: freed } } });
  await tx.pair.create({ data: { projectId, ...pair } });
  return { pair, freed };
};

/** Puts blocks together by hand, and takes apart what was. */
export const alignPair: Perform<Asked<'pair.align'>, PairAligned> = async (tx, by, { id, ...asked }) => {
  const pair = await found(tx, by.projectId, id);
  const anchors = corrected(pair.anchors, asked);
  await refuseUnfit(tx, by.projectId, { ...pair, anchors });
  await tx.pair.update({ where: { projectId_id: { projectId: by.projectId, id } }, data: { anchors } });
  return alignedBody(pair, asked);
};

/** Ends a pair. Both documents stay as they are. */
export const unlinkPair: Perform<Asked<'pair.unlink'>, PairUnlinked> = async (tx, by, { id }) => {
  const pair = await found(tx, by.projectId, id);
  await tx.pair.delete({ where: { projectId_id: { projectId: by.projectId, id } } });
  return { pair };
};

async function found(tx: Tx, projectId: string, id: string): Promise<Pair> {
  const [pair] = await tx.$queryRaw<Pair[]>`
    SELECT ${pairColumns} FROM ${withDocuments}
    WHERE pair.project_id = ${projectId}::uuid AND pair.id = ${id}::uuid AND ${live}`;
  if (!pair) throw new Refusal('not-found', 'These documents are no longer linked as original and translation.');
  return pair;
}

type Held = { id: string; original: string; translation: string; isLive: boolean };

/** The pairs that one of the documents stands in. */
async function holding(tx: Tx, projectId: string, documentIds: string[]): Promise<Held[]> {
  return tx.$queryRaw<Held[]>`
    SELECT pair.id, original.title AS original, translation.title AS translation, ${live} AS "isLive" FROM ${withDocuments}
    WHERE pair.project_id = ${projectId}::uuid
      AND (original_id = ANY(${documentIds}::uuid[]) OR translation_id = ANY(${documentIds}::uuid[]))`;
}

function refuseTaken(original: string, translation: string): never {
  const pair = `“${translation}” is already linked as the translation of “${original}”`;
  throw new Refusal('conflict', `${pair}, and a document stands in one pair at most. Unlink those two first.`);
}

/** Both documents must be there, every anchor must name blocks that they have, and no two may cross. */
async function refuseUnfit(tx: Tx, projectId: string, { originalId, translationId, anchors }: Pair): Promise<void> {
  const blocks = await countBlocks(tx, projectId, [originalId, translationId]);
  const counts = { original: blocks.get(originalId), translation: blocks.get(translationId) };
  for (const side of sides) {
    const count = counts[side] ?? refuseMissing();
    const beyond = anchors.find((anchor) => anchor[side] >= count);
    if (beyond) throw new Refusal('invalid', `The ${side} has ${count} blocks, and no block ${beyond[side] + 1}.`);
  }
  if (anchors.length > mostAnchors)
    throw new Refusal(
      'invalid',
      `No more than ${mostAnchors.toLocaleString('en')} blocks of a pair can be put together by hand.`,
    );
  const crossed = crossing(anchors);
  if (crossed) refuseCrossing(crossed);
}

async function countBlocks(tx: Tx, projectId: string, documentIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; blocks: number }[]>`
    SELECT document.id, jsonb_array_length(blocks) AS blocks FROM document
    JOIN document_text ON document_text.project_id = document.project_id AND document_text.document_id = document.id
    WHERE document.project_id = ${projectId}::uuid AND document.id = ANY(${documentIds}::uuid[]) AND deleted_at IS NULL`;
  return new Map(rows.map(({ id, blocks }) => [id, blocks]));
}

function refuseCrossing(crossed: [Anchor, Anchor]): never {
  const [a, b] = crossed.map(({ original, translation }) => `block ${original + 1} with block ${translation + 1}`);
  throw new Refusal('conflict', `Blocks keep their order on both sides, so ${a} and ${b} cannot both belong together.`);
}

function refuseMissing(): never {
  throw new Refusal('not-found', 'There is no such document in this project.');
}
