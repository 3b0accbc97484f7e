import 'server-only';
import { can, roles, type Seal } from '@/lib/access';
import { brokenConstraint, db, Prisma, type Tx } from '@/lib/db';
import { quoteFault } from '@/lib/documents/store';
import { Refusal } from '@/lib/errors';
import { changeColumns, recorded, type Acting, type ChangeRow, type Perform, type Recorded } from '@/lib/log/store';
import type { z } from 'zod';
import type { codingChanges } from './changes';
import type { CodingConfirmed, FinishedSet } from './changes';
import { finishedId, type Coding, type FinishedMark } from './coding';

type Asked<K extends keyof typeof codingChanges> = z.infer<(typeof codingChanges)[K]['body']>;

/** The seal as a condition on a table or view that has document_id and coder_id. The twin of `maySee`. */
export function sealed(seal: Seal): Prisma.Sql {
  return Prisma.sql`(coder_id = ${seal.viewerId}::uuid OR document_id <> ALL(${seal.sealedDocuments}::uuid[]))`;
}

/** Which codings are wanted; what is left out does not narrow. */
export type CodingFilter = { documentIds?: string[]; codeIds?: string[]; coderIds?: string[]; layers?: string[] };

/** The filter as a condition on live_coding. */
export function matching({ documentIds, codeIds, coderIds, layers }: CodingFilter): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (documentIds) conditions.push(Prisma.sql`document_id = ANY(${documentIds}::uuid[])`);
  if (codeIds) conditions.push(Prisma.sql`code_id = ANY(${codeIds}::uuid[])`);
  if (coderIds) conditions.push(Prisma.sql`coder_id = ANY(${coderIds}::uuid[])`);
  if (layers) conditions.push(Prisma.sql`layer::text = ANY(${layers}::text[])`);
  return Prisma.join(conditions, ' AND ');
}

/** A `Coding`, as a SELECT from `coding` or `live_coding` reads it. */
export const codingColumns = Prisma.sql`id, document_id AS "documentId", code_id AS "codeId", coder_id AS "coderId",
  layer::text AS layer, start, "end", quote, memo, codebook_version AS "codebookVersion", iso(created_at) AS "createdAt",
  iso(updated_at) AS "updatedAt"`;

/** The same as the log holds it: an expression over a row of `coding`. */
export const codingAsLogged = Prisma.sql`jsonb_build_object('id', id, 'documentId', document_id, 'codeId', code_id,
  'coderId', coder_id, 'layer', layer, 'start', start, 'end', "end", 'quote', quote, 'memo', memo,
  'codebookVersion', codebook_version, 'createdAt', iso(created_at), 'updatedAt', iso(updated_at))`;

/** The codings that this person may see, in text order per document. */
export async function listCodings(projectId: string, seal: Seal, filter: CodingFilter): Promise<Coding[]> {
  return db().$queryRaw<Coding[]>`
    SELECT ${codingColumns} FROM live_coding
    WHERE project_id = ${projectId}::uuid AND ${sealed(seal)} AND ${matching(filter)}
    ORDER BY document_id, start, "end" DESC, id`;
}

/** How often each code is used, counting only what this person may see. Codes never used are absent. */
export async function countByCode(projectId: string, seal: Seal): Promise<Record<string, number>> {
  const rows = await db().$queryRaw<{ codeId: string; n: number }[]>`
    SELECT code_id AS "codeId", count(*)::int AS n FROM live_coding
    WHERE project_id = ${projectId}::uuid AND ${sealed(seal)} GROUP BY code_id`;
  return Object.fromEntries(rows.map(({ codeId, n }) => [codeId, n]));
}

/** The finished marks that this person may see: `seal` is `sealOfMarks` of their role. */
export async function listFinished(projectId: string, seal: Seal): Promise<FinishedMark[]> {
  const rows = await db().$queryRaw<Omit<FinishedMark, 'id'>[]>`
    SELECT document_id AS "documentId", coder_id AS "coderId", iso(at) AS at, codebook_version AS "codebookVersion"
    FROM finished WHERE project_id = ${projectId}::uuid AND ${sealed(seal)}`;
  return rows.map((mark) => ({ id: finishedId(mark.documentId, mark.coderId), ...mark }));
}

/** Changes a coding of one's own: its code, its place, its memo. */
export async function editCoding(by: Acting, { id, set }: Asked<'coding.edit'>): Promise<Recorded> {
  const { documentId } = await ownCoding(by, id);
  const { start, end, quote, codeId = null } = set;
  if (start !== undefined && end !== undefined && quote !== undefined) {
    const fault = await quoteFault(by.projectId, documentId, { start, end, quote });
    if (fault) throw new Refusal('invalid', fault);
  }
  const rows = await once(db().$queryRaw<ChangeRow[]>`
    WITH old AS (${lockOwn(by, id)}),
    numbered AS (
      UPDATE project SET seq = seq + 1
      WHERE id = ${by.projectId}::uuid AND EXISTS (SELECT 1 FROM old) AND ${mayCode(by)} AND EXISTS (
        SELECT 1 FROM code JOIN old ON code.id = coalesce(${codeId}::uuid, old.code_id)
        WHERE code.project_id = ${by.projectId}::uuid AND code.deleted_at IS NULL)
      RETURNING seq),
    kept AS (
      SELECT seq, code_lives(code.deleted_at) FROM numbered, old
      JOIN code ON code.project_id = ${by.projectId}::uuid AND code.id = coalesce(${codeId}::uuid, old.code_id)
      FOR SHARE OF code),
    edited AS (
      UPDATE coding SET ${assigned(set)} FROM kept, old
      WHERE coding.project_id = ${by.projectId}::uuid AND coding.id = old.id RETURNING coding.id),
    body AS (
      SELECT jsonb_build_object('id', old.id, 'documentId', old.document_id, 'coderId', old.coder_id,
        'codeId', old.code_id, 'set', ${JSON.stringify(set)}::jsonb, 'before', ${before(set)}) AS body FROM old, edited)
    ${logged(by, Prisma.sql`(SELECT document_id FROM old)`)}`);
  return rows[0] ? recorded(rows[0]) : refuseEdit(by, codeId);
}

export function removeCoding(by: Acting, { id }: Asked<'coding.remove'>): Promise<Recorded> {
  return setDeleted(by, { id, deleted: true });
}

export function restoreCoding(by: Acting, { id }: Asked<'coding.restore'>): Promise<Recorded> {
  return setDeleted(by, { id, deleted: false });
}

/** Puts a coding of one's own under a version of the codebook that there is or was. */
export const confirmCoding: Perform<Asked<'coding.confirm'>, CodingConfirmed> = async (tx, by, { id, version }) => {
  if (version > by.codebookVersion) throw new Refusal('invalid', `The codebook has no version ${version} yet; it stands at ${by.codebookVersion}.`);
  const where = { projectId: by.projectId, id, coderId: by.actorId, layer: 'coder', deletedAt: null } as const;
  const old = (await tx.coding.findFirst({ where })) ?? refuseGone();
  const { count } = await tx.coding.updateMany({ where, data: { codebookVersion: version, updatedAt: new Date() } });
  if (count === 0) refuseGone();
  const { documentId, coderId, codeId, codebookVersion } = old;
  return { id, documentId, coderId, codeId, version, before: codebookVersion };
};

/** A removed coding stays in its row, so that undo brings back the same coding with its memo and its birthday. */
async function setDeleted(by: Acting, { id, deleted }: { id: string; deleted: boolean }): Promise<Recorded> {
  const rows = await once(db().$queryRaw<ChangeRow[]>`
    WITH old AS (${lockOwn(by, id, !deleted)}),
    numbered AS (
      UPDATE project SET seq = seq + 1
      WHERE id = ${by.projectId}::uuid AND EXISTS (SELECT 1 FROM old) AND ${mayCode(by)} RETURNING seq),
    edited AS (
      UPDATE coding SET deleted_at = ${deleted ? Prisma.sql`now()` : Prisma.sql`NULL`}
      FROM numbered, old WHERE coding.project_id = ${by.projectId}::uuid AND coding.id = old.id RETURNING coding.*),
    body AS (
      SELECT jsonb_build_object('coding', ${codingAsLogged}) AS body
      FROM edited)
    ${logged(by, Prisma.sql`(SELECT document_id FROM old)`)}`);
  return rows[0] ? recorded(rows[0]) : refuseGone();
}

/** Says, or takes back, that a coder is done with a document. */
export const setFinished: Perform<Asked<'finished.set'>, FinishedSet> = async (tx, by, { documentId, finished }) => {
  const key = { projectId: by.projectId, documentId, coderId: by.actorId };
  const document = await tx.document.findFirst({ where: { projectId: by.projectId, id: documentId, deletedAt: null } });
  if (!document) throw new Refusal('not-found', 'There is no such document in this project.');
  const { at, codebookVersion } = await setMark(tx, { key, finished, codebookVersion: by.codebookVersion });
  const mark = { documentId, coderId: by.actorId, at: at.toISOString(), codebookVersion };
  return { mark: { id: finishedId(documentId, by.actorId), ...mark }, finished };
};

type Mark = {
  key: { projectId: string; documentId: string; coderId: string };
  finished: boolean;
  codebookVersion: number;
};

/** A mark that is set again stays the one it was, with its moment and its version. */
async function setMark(
  tx: Tx,
  { key, finished, codebookVersion }: Mark,
): Promise<{ at: Date; codebookVersion: number }> {
  if (!finished) {
    await tx.finished.deleteMany({ where: key });
    return { at: new Date(), codebookVersion };
  }
  const where = { projectId_documentId_coderId: key };
  return tx.finished.upsert({ where, create: { ...key, codebookVersion }, update: {} });
}

async function ownCoding(by: Acting, id: string) {
  const where = { projectId: by.projectId, id, coderId: by.actorId, layer: 'coder', deletedAt: null } as const;
  return (await db().coding.findFirst({ where })) ?? refuseGone();
}

/** The last two parts of every hot statement: write the log entry from `body` and `numbered`, and wake the followers. */
function logged(by: Acting, documentId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`, written AS (
      INSERT INTO change (project_id, seq, id, actor_id, kind, body, undoes, step, document_id, coder_id)
      SELECT ${by.projectId}::uuid, seq, ${by.id}::uuid, ${by.actorId}::uuid, ${by.kind}, body, ${by.undoes}::uuid,
        ${by.step}::uuid, ${documentId}, ${by.actorId}::uuid FROM body, numbered
      RETURNING *)
    SELECT ${changeColumns}, pg_notify('change', project_id::text)::text AS woken FROM written`;
}

/** What an adjudicator wrote into the consensus is nobody's own: it comes and goes with its settlement. */
function lockOwn(by: Acting, id: string, deleted = false): Prisma.Sql {
  return Prisma.sql`SELECT * FROM coding WHERE project_id = ${by.projectId}::uuid AND id = ${id}::uuid
    AND coder_id = ${by.actorId}::uuid AND layer = 'coder' AND ${deleted ? takenAway : Prisma.sql`deleted_at IS NULL`} FOR UPDATE`;
}

/** Removed by its coder; what a merge of codes hid as a second coding of the same words comes back only with the code. */
const takenAway = Prisma.sql`deleted_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM merged
  WHERE merged.project_id = coding.project_id AND merged.coding_id = coding.id AND merged.fate = 'twin')`;

/** Asked again in the statement itself: a role may have changed, or ended, since the door looked. */
function mayCode(by: Acting): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM member WHERE project_id = ${by.projectId}::uuid
    AND user_id = ${by.actorId}::uuid AND removed_at IS NULL AND role::text = ANY(${codingRoles}::text[]))`;
}

/** No setting of a project changes who codes. */
export const codingRoles = roles.filter((role) =>
  can(role, 'codings:write', { codersEditDocuments: false, codersEditCodebook: false }),
);

const columns = { codeId: 'code_id', start: 'start', end: '"end"', quote: 'quote', memo: 'memo' } as const;

function before(set: Asked<'coding.edit'>['set']): Prisma.Sql {
  const keys = Object.keys(set) as (keyof typeof columns)[];
  if (keys.length === 0) return Prisma.sql`'{}'::jsonb`;
  const pairs = keys.map((key) => Prisma.sql`${key}::text, old.${Prisma.raw(columns[key])}`);
  return Prisma.sql`jsonb_build_object(${Prisma.join(pairs)})`;
}

/** Only what was asked: whatever another window changed in the same coding a moment ago stays. */
function assigned(set: Asked<'coding.edit'>['set']): Prisma.Sql {
  const { codeId, ...rest } = set;
  const keys = Object.keys(rest) as (keyof typeof rest)[];
  const parts = keys.map((key) => Prisma.sql`${Prisma.raw(columns[key])} = ${rest[key]}`);
  if (codeId) parts.push(Prisma.sql`code_id = ${codeId}::uuid`);
  return Prisma.join([...parts, Prisma.sql`updated_at = now()`]);
}

/** Turns "this coder already has this code on this span" from a database error into a sentence. */
export async function once<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'coding_pkey') throw new Refusal('conflict', 'This id is taken; a new coding needs a new one.');
    if (constraint === 'code_lives') refuseCode();
    if (constraint !== 'coding_once') throw error;
    throw new Refusal('conflict', 'You have already put this code on exactly this passage.', { cause: error });
  }
}

async function refuseEdit(by: Acting, codeId: string | null): Promise<never> {
  return codeId === null || (await isInCodebook(by, codeId)) ? refuseGone() : refuseCode();
}

export async function isInCodebook(by: Acting, id: string): Promise<boolean> {
  return (await db().code.findFirst({ where: { projectId: by.projectId, id, deletedAt: null } })) !== null;
}

export function refuseCode(): never {
  throw new Refusal('conflict', 'This code is no longer in the codebook. Choose another one.');
}

function refuseGone(): never {
  throw new Refusal('not-found', 'There is no coding of yours with this id; perhaps it was removed in another window.');
}
