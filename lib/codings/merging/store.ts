import 'server-only';
import type { z } from 'zod';
import { absorbCode, releaseCode } from '@/lib/codebook/store';
import { Prisma, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { findChange, type Perform } from '@/lib/log/store';
import type { CodesMerged, CodesUnmerged, mergeChanges } from './changes';

type Asked<K extends keyof typeof mergeChanges> = z.infer<(typeof mergeChanges)[K]['body']>;
type Both = { projectId: string; merge: string; from: string; into: string };

/** Makes one code of two, for every coder, removed and sealed codings included. */
export const mergeCodes: Perform<Asked<'code.merge'>, CodesMerged> = async (tx, by, { id, into, ...choices }) => {
  const codes = await absorbCode(tx, by, { id, into, choices });
  await moveCodings(tx, { projectId: by.projectId, merge: by.id, from: id, into });
  return { merge: by.id, choices, ...codes };
};

/** Takes a merge back, as far as its codings still stand as it left them. */
export const unmergeCodes: Perform<Asked<'code.unmerge'>, CodesUnmerged> = async (tx, by, { merge }) => {
  const found = await findChange(by.projectId, merge);
  if (found?.change.kind !== 'code.merge')
    throw new Refusal('not-found', 'There is no such merge of codes in this project.');
  const merged = found.change.body as CodesMerged;
  const codes = await releaseCode(tx, by, merged);
  await returnCodings(tx, { projectId: by.projectId, merge, from: merged.from.id, into: merged.into.id });
  return { merge, choices: merged.choices, ...codes };
};

/** The rows' twin of `mergeCodings`, which also writes down what it found. */
async function moveCodings(tx: Tx, { projectId, merge, from, into }: Both): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO merged (project_id, merge_id, coding_id, fate, memo, became)
    SELECT ${projectId}::uuid, ${merge}::uuid, pair.id, pair.fate, pair.memo, pair.became
    FROM coding AS twin
    JOIN coding AS kept ON ${samePlace} AND kept.code_id = ${into}::uuid AND kept.deleted_at IS NULL
    CROSS JOIN LATERAL (VALUES (twin.id, 'twin', '', ''), (kept.id, 'joined', kept.memo, CASE
      WHEN twin.memo IN ('', kept.memo) THEN kept.memo WHEN kept.memo = '' THEN twin.memo
      ELSE kept.memo || E'\n\n' || twin.memo END)) AS pair (id, fate, memo, became)
    WHERE twin.project_id = ${projectId}::uuid AND twin.code_id = ${from}::uuid AND twin.deleted_at IS NULL`;
  await tx.$executeRaw`
    INSERT INTO merged (project_id, merge_id, coding_id, fate)
    SELECT project_id, ${merge}::uuid, id, CASE WHEN deleted_at IS NULL THEN 'moved' ELSE 'removed' END FROM coding
    WHERE project_id = ${projectId}::uuid AND code_id = ${from}::uuid
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    UPDATE coding SET memo = CASE WHEN fate = 'joined' THEN became ELSE coding.memo END,
      code_id = ${into}::uuid, deleted_at = CASE WHEN fate = 'twin' THEN now() ELSE deleted_at END
    FROM merged WHERE ${touched({ projectId, merge })}`;
}

/** The rows' twin of `unmergeCodings`. Twins come last: a coding that came back may lie where one of them lay. */
async function returnCodings(tx: Tx, { projectId, merge, from, into }: Both): Promise<void> {
  await tx.$executeRaw`
    UPDATE coding SET memo = merged.memo FROM merged
    WHERE ${touched({ projectId, merge })} AND fate = 'joined' AND coding.memo = became`;
  await tx.$executeRaw`
    UPDATE coding SET code_id = ${from}::uuid FROM merged
    WHERE ${touched({ projectId, merge })} AND code_id = ${into}::uuid
      AND (fate = 'moved' OR fate IN ('removed', 'twin') AND deleted_at IS NOT NULL)`;
  await tx.$executeRaw`
    UPDATE coding AS twin SET deleted_at = NULL FROM merged
    WHERE merged.project_id = ${projectId}::uuid AND merge_id = ${merge}::uuid AND fate = 'twin'
      AND twin.project_id = merged.project_id AND twin.id = coding_id
      AND NOT EXISTS (SELECT 1 FROM coding AS kept
        WHERE ${samePlace} AND kept.code_id = ${from}::uuid AND kept.deleted_at IS NULL)`;
  await tx.merged.deleteMany({ where: { projectId, mergeId: merge } });
}

/** What two codings of one code never share: the index coding_once. */
const samePlace = Prisma.sql`kept.project_id = twin.project_id AND kept.document_id = twin.document_id
  AND kept.coder_id = twin.coder_id AND kept.layer = twin.layer AND kept.start = twin.start AND kept."end" = twin."end"`;

function touched({ projectId, merge }: { projectId: string; merge: string }): Prisma.Sql {
  return Prisma.sql`merged.project_id = ${projectId}::uuid AND merge_id = ${merge}::uuid
    AND coding.project_id = merged.project_id AND coding.id = coding_id`;
}
