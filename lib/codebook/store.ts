import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { brokenConstraint, db, Prisma, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { changeColumns, recorded, type Acting, type ChangeRow, type Perform } from '@/lib/log/store';
import type { codebookChanges } from './changes';
import { type CodeAdded, type CodeEdited, type CodeMoved, type CodesDeleted, type CodesRestored } from './changes';
import { meaning, type Code } from './code';
import { absorbed, adopted, released, type MergeChoices, type Standing } from './merging';
import { indexAmongSiblings, reordered, subtree } from './tree';
import { versionsOf, type CodeVersion } from './versions';

type Asked<K extends keyof typeof codebookChanges> = z.infer<(typeof codebookChanges)[K]['body']>;
type By = Acting & { codebookVersion: number };

/** The kinds that can give a code another meaning, or say which it has. */
const meaningKinds = ['code.add', 'code.edit', 'code.restore', 'code.merge', 'code.unmerge'];

const columns = Prisma.sql`id, parent_id AS "parentId", position, name, color, shortcut, definition, use_when AS "useWhen",
  avoid_when AS "avoidWhen", examples, version, iso(created_at) AS "createdAt", archived_at IS NOT NULL AS archived`;

/** The codes of a project that are not deleted, in no particular order (`inOrder` gives the tree's). */
export async function listCodes(projectId: string, tx: Tx = db()): Promise<Code[]> {
  return tx.$queryRaw<Code[]>`SELECT ${columns} FROM code WHERE project_id = ${projectId}::uuid AND deleted_at IS NULL`;
}

/** Names of the codes that are deleted but can be restored, by id: what a history calls them by. */
export async function deletedNames(projectId: string): Promise<Record<string, string>> {
  const rows = await db().code.findMany({
    where: { projectId, deletedAt: { not: null } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** The versions of a code, newest first, whether it is deleted or not; none where the project never had it. */
export async function readVersions(projectId: string, codeId: string): Promise<CodeVersion[]> {
  const rows = await db().$queryRaw<ChangeRow[]>`
    SELECT ${changeColumns} FROM whole_log
    WHERE project_id = ${projectId}::uuid AND kind = ANY(${meaningKinds}::text[]) AND seq IN (
      SELECT seq FROM about WHERE project_id = ${projectId}::uuid AND thing_id = ${codeId}::uuid)
    ORDER BY seq, place, line`;
  return versionsOf(codeId, rows.map((row) => recorded(row).change));
}

export const addCode: Perform<Asked<'code.add'>, CodeAdded> = async (tx, by, asked) => {
  const { projectId } = by;
  const codes = await listCodes(projectId, tx);
  if (asked.parentId && !codes.some((code) => code.id === asked.parentId)) refuseMissing('parent code');
  const siblings = codes.filter((code) => code.parentId === asked.parentId);
  const position = Math.max(-1, ...siblings.map((code) => code.position)) + 1;
  const version = await nextVersion(tx, by);
  await unique(tx.code.create({ data: { projectId, ...asked, position, version } }), asked);
  return { code: await oneCode(tx, projectId, asked.id) };
};

export const editCode: Perform<Asked<'code.edit'>, CodeEdited> = async (tx, by, { id, set, ...note }) => {
  const old = await oneCode(tx, by.projectId, id);
  const before = Object.fromEntries(Object.keys(set).map((key) => [key, old[key as keyof Code]]));
  const version = meaning.some((field) => differs(old[field], set[field])) ? await nextVersion(tx, by) : null;
  const data = version === null ? set : { ...set, version };
  await unique(tx.code.update({ where: { projectId_id: { projectId: by.projectId, id } }, data }), set);
  return { id, set, ...note, before, version };
};

export const moveCode: Perform<Asked<'code.move'>, CodeMoved> = async (tx, by, { id, parentId, index }) => {
  const { projectId } = by;
  const codes = await listCodes(projectId, tx);
  const code = codes.find((each) => each.id === id) ?? refuseMissing('code');
  if (parentId && !codes.some((each) => each.id === parentId)) refuseMissing('parent code');
  if (parentId && subtree(codes, id).includes(parentId)) {
    throw new Refusal('conflict', 'A code cannot be moved into itself or into one of its own children.');
  }
  const before = { parentId: code.parentId, index: indexAmongSiblings(codes, code) };
  const positions = reordered(codes, { id, parentId, index }).map((each, position) => ({ id: each, position }));
  await unique(tx.code.update({ where: { projectId_id: { projectId, id } }, data: { parentId } }), code);
  for (const each of positions) {
    await tx.code.update({ where: { projectId_id: { projectId, id: each.id } }, data: { position: each.position } });
  }
  return { id, parentId, index, before, positions };
};

export const archiveCode: Perform<Asked<'code.archive'>, Asked<'code.archive'>> = async (tx, by, { id, archived }) => {
  await oneCode(tx, by.projectId, id);
  const where = { projectId_id: { projectId: by.projectId, id } };
  await tx.code.update({ where, data: { archivedAt: archived ? new Date() : null } });
  return { id, archived };
};

/** Deletes a code with everything below it. Their codings go out of sight and come back with the codes. */
export const deleteCode: Perform<Asked<'code.delete'>, CodesDeleted> = async (tx, by, { id }) => {
  const codes = await listCodes(by.projectId, tx);
  if (!codes.some((code) => code.id === id)) refuseMissing('code');
  const ids = subtree(codes, id);
  await tx.code.updateMany({ where: { projectId: by.projectId, id: { in: ids } }, data: { deletedAt: new Date() } });
  return { ids, version: await nextVersion(tx, by) };
};

/** Brings deleted codes back. One whose parent is gone stands on top; a shortcut taken meanwhile is given up. */
export const restoreCodes: Perform<Asked<'code.restore'>, CodesRestored> = async (tx, by, { ids }) => {
  const { projectId } = by;
  const where = { projectId, id: { in: ids }, deletedAt: { not: null } };
  const rows = await tx.code.findMany({ where, select: { id: true, parentId: true, shortcut: true, name: true } });
  if (rows.length === 0) throw new Refusal('not-found', 'There is no such deleted code. What was deleted can be brought back for 30 days.');
  const alive = await listCodes(projectId, tx);
  const parents = new Set([...alive, ...rows].map((code) => code.id));
  const taken = new Set(alive.map((code) => code.shortcut));
  for (const { id, parentId, shortcut, name } of rows) {
    const kept = {
      parentId: parentId && parents.has(parentId) ? parentId : null,
      shortcut: taken.has(shortcut) ? null : shortcut,
    };
    const update = tx.code.update({ where: { projectId_id: { projectId, id } }, data: { ...kept, deletedAt: null } });
    await unique(update, { name, shortcut: kept.shortcut });
  }
  const version = await nextVersion(tx, by);
  const restored = new Set(rows.map((row) => row.id));
  const codes = (await listCodes(projectId, tx)).filter((code) => restored.has(code.id));
  return { codes: codes.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)), version };
};

export type Absorbed = { from: Code; before: Code; into: Code; stood: Standing[]; stand: Standing[]; version: number };

/**
 * The codebook's half of a merge: `from` goes out of the codebook, its children stand under `into`, which takes over
 * what was chosen. What becomes of codings is the other half (lib/codings/merging).
 */
export async function absorbCode(
  tx: Tx,
  by: By,
  asked: { id: string; into: string; choices: MergeChoices },
): Promise<Absorbed> {
  const codes = await listCodes(by.projectId, tx);
  const from = codes.find(({ id }) => id === asked.id) ?? refuseMissing('code');
  const before = codes.find(({ id }) => id === asked.into) ?? refuseMissing('code');
  if (subtree(codes, from.id).includes(before.id)) {
    throw new Refusal(
      'conflict',
      'A code cannot be merged into itself or into a code inside it. Move that code out of it first.',
    );
  }
  const after = absorbed(before, from, asked.choices);
  refuseTooMuch(after);
  const version = await nextVersion(tx, by);
  const into = meaning.some((field) => differs(before[field], after[field])) ? { ...after, version } : after;
  await tx.code.update({ where: key(by, from.id), data: { deletedAt: new Date() } });
  await tx.code.update({ where: key(by, into.id), data: written(into) });
  const stand = adopted(codes, from, into);
  await standAt(tx, by, { codes, stand });
  const stood = stand.map(({ id }) => standingOf(codes.find((each) => each.id === id)!));
  return { from, before, into, stood, stand, version };
}

/**
 * The way back. The code that went returns as `restoreCodes` returns deleted ones; what somebody changed in the other
 * code, or where they put a child since, stays as they left it.
 */
export async function releaseCode(
  tx: Tx,
  by: By,
  merged: Absorbed,
): Promise<Pick<Absorbed, 'from' | 'into' | 'stand' | 'version'>> {
  const codes = await listCodes(by.projectId, tx);
  const now = codes.find(({ id }) => id === merged.into.id);
  if (!now)
    throw new Refusal(
      'conflict',
      `“${merged.into.name}” is no longer in the codebook. Bring it back first, then take the merge back.`,
    );
  if (codes.some(({ id }) => id === merged.from.id)) {
    throw new Refusal('conflict', `“${merged.from.name}” is in the codebook again already.`);
  }
  const { codes: back, version } = await restoreCodes(tx, by, { ids: [merged.from.id] });
  const returned = released(now, { before: merged.before, after: merged.into });
  const into = meaning.some((field) => differs(now[field], returned[field])) ? { ...returned, version } : returned;
  await tx.code.update({ where: key(by, into.id), data: written(into) });
  const stayed = new Set(codes.filter(({ parentId }) => parentId === into.id).map(({ id }) => id));
  const stand = merged.stood.filter(({ id }) => stayed.has(id));
  await standAt(tx, by, { codes, stand });
  return { from: back[0]!, into, stand, version };
}

function refuseTooMuch({ name, definition, useWhen, avoidWhen, examples }: Code): void {
  if (Math.max(definition.length, useWhen.length, avoidWhen.length) <= 20_000 && examples.length <= 200) return;
  throw new Refusal(
    'conflict',
    `“${name}” would have more than 20,000 characters in one rule, or more than 200 examples. Shorten them, or merge without.`,
  );
}

async function standAt(tx: Tx, by: By, { codes, stand }: { codes: Code[]; stand: Standing[] }): Promise<void> {
  for (const { id, parentId, position } of stand) {
    const { name } = codes.find((each) => each.id === id)!;
    await unique(tx.code.update({ where: key(by, id), data: { parentId, position } }), { name });
  }
}

function standingOf({ id, parentId, position }: Code): Standing {
  return { id, parentId, position };
}

function written({ definition, useWhen, avoidWhen, examples, version }: Code) {
  return { definition, useWhen, avoidWhen, examples, version };
}

function key({ projectId }: By, id: string) {
  return { projectId_id: { projectId, id } };
}

async function nextVersion(tx: Tx, by: By): Promise<number> {
  const { codebookVersion } = await tx.project.update({
    where: { id: by.projectId },
    data: { codebookVersion: { increment: 1 } },
    select: { codebookVersion: true },
  });
  return codebookVersion;
}

async function oneCode(tx: Tx, projectId: string, id: string): Promise<Code> {
  const rows = await tx.$queryRaw<Code[]>`
    SELECT ${columns} FROM code WHERE project_id = ${projectId}::uuid AND id = ${id}::uuid AND deleted_at IS NULL`;
  return rows[0] ?? refuseMissing('code');
}

/** Turns the two ways codes can collide into sentences. */
async function unique<T>(
  write: Promise<T>,
  { name, shortcut }: { name?: string; shortcut?: string | null },
): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'code_shortcut_once') {
      throw new Refusal('conflict', `Another code already has the shortcut “${shortcut}”. Choose a free one.`);
    }
    if (constraint === 'code_name_once') {
      throw new Refusal('conflict', `There is already a code “${name}” in this place. Choose another name.`);
    }
    if (constraint === 'code_pkey') throw new Refusal('conflict', 'This id is taken; a new code needs a new one.');
    throw error;
  }
}

function differs(a: unknown, b: unknown): boolean {
  return b !== undefined && !isDeepStrictEqual(a, b);
}

function refuseMissing(what: string): never {
  throw new Refusal('not-found', `There is no such ${what} in this project's codebook.`);
}
