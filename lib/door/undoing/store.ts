import 'server-only';
import { Prisma, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Change, Touch } from '@/lib/log';
import { changeColumns, findChange, recorded, type Acting, type ChangeRow, type Recorded } from '@/lib/log/store';
import { rivalOf, rivalSentence, touchesOf } from '../rival';

/**
 * Refuses to take a change back where it is not this person's to take back, or where that would overwrite what somebody
 * else has done to the same thing since. What was done to codings is their coder's alone; what is everybody's (codes,
 * documents, the project) may be taken back by whoever may change it. Ask inside the transaction that holds the
 * project's number: then nothing can come in between.
 */
export async function refuseUndo(tx: Tx, by: Acting, undoes: string): Promise<void> {
  const undone = await findChange(by.projectId, undoes, tx);
  if (!undone || (undone.subject !== null && undone.change.actorId !== by.actorId)) {
    throw new Refusal('not-found', 'Only your own work can be taken back by you, and this is none of it.');
  }
  const rival = rivalOf(undone.change, await laterAbout(tx, by.projectId, undone), by.actorId);
  if (!rival) return;
  const names = { who: await nameOf(tx, rival.change), name: await called(tx, by.projectId, rival.touch) };
  throw new Refusal('conflict', rivalSentence(rival, names));
}

/**
 * The changes after one that name a thing that it touched. To what is everybody's, nothing that is one coder's work can
 * be a rival: so a code's thousands of codings are not read.
 */
async function laterAbout(tx: Tx, projectId: string, { seq, subject, change }: Recorded): Promise<Change[]> {
  const touches = touchesOf(change);
  const things = touches.filter(({ what }) => what !== 'project' && what !== 'mark').map(({ id }) => id);
  const project = touches.some(({ what }) => what === 'project');
  const rows = await tx.$queryRaw<ChangeRow[]>`
    SELECT ${changeColumns} FROM change WHERE project_id = ${projectId}::uuid AND seq IN (
      SELECT seq FROM about WHERE project_id = ${projectId}::uuid AND thing_id = ANY(${things}::uuid[]) AND seq > ${seq}
      UNION SELECT seq FROM change WHERE ${project} AND project_id = ${projectId}::uuid AND kind = 'project.edit' AND seq > ${seq})
    ${subject === null ? Prisma.sql`AND document_id IS NULL` : Prisma.empty} ORDER BY seq`;
  return rows.map((row) => recorded(row).change);
}

async function nameOf(tx: Tx, { actorId }: Change): Promise<string> {
  const user = await tx.user.findUnique({ where: { id: actorId }, select: { name: true } });
  return user?.name ?? 'Somebody';
}

/** What a thing is called, whether it is deleted or not. */
async function called(tx: Tx, projectId: string, { what, id }: Touch): Promise<string> {
  const where = { projectId, id };
  if (what === 'code') return quoted((await tx.code.findFirst({ where }))?.name, 'a code');
  if (what === 'document') return quoted((await tx.document.findFirst({ where }))?.title, 'a document');
  if (what === 'attribute') return quoted((await tx.attribute.findFirst({ where }))?.name, 'an attribute');
  if (what === 'coder-attribute') return quoted((await tx.coderAttribute.findFirst({ where }))?.name, 'an attribute');
  if (what === 'member') return quoted((await tx.user.findUnique({ where: { id } }))?.name, 'a member');
  return `this ${what}`;
}

function quoted(name: string | undefined, otherwise: string): string {
  return name === undefined ? otherwise : `“${name}”`;
}
