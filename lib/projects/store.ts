import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { ProjectSettings, Role, TokenScope } from '@/lib/access';
import { db, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { append, takeSeq, type Perform } from '@/lib/log/store';
import type { projectChanges } from './changes';
import {
  withValues,
  type CoderAttributeRemoved,
  type CoderAttributeSet,
  type Invited,
  type MemberDescribed,
  type ProjectEdited,
  type RoleSet,
} from './changes';
import { invitationDays, type CoderAttribute, type CoderAttributeType, type Invitation, type Member, type Project } from './project';

type Asked<K extends keyof typeof projectChanges> = z.infer<(typeof projectChanges)[K]['body']>;

/**
 * A person who has come into a project: everything the other questions (`can`, the seal) are asked with. `scope` is that
 * of the token by which a script came in for them, and narrows what they may do; people at a page have none.
 */
export type Membership = {
  projectId: string;
  userId: string;
  role: Role;
  settings: ProjectSettings;
  scope?: TokenScope;
};

/**
 * A person's membership of a living project, or null, which says nothing of whether the project exists. One statement:
 * every request asks.
 */
export async function findMembership(projectId: string, userId: string, tx: Tx = db()): Promise<Membership | null> {
  const rows = await tx.$queryRaw<({ role: Role } & ProjectSettings)[]>`
    SELECT role::text AS role, coders_edit_documents AS "codersEditDocuments", coders_edit_codebook AS "codersEditCodebook"
    FROM member JOIN project ON project.id = project_id
    WHERE project_id = ${projectId}::uuid AND user_id = ${userId}::uuid AND removed_at IS NULL AND project.deleted_at IS NULL`;
  if (!rows[0]) return null;
  const { role, ...settings } = rows[0];
  return { projectId, userId, role, settings };
}

export type ProjectCard = { id: string; title: string; description: string; role: Role; documents: number; members: number };

/** The projects a person is in, by title. */
export async function listProjects(userId: string): Promise<ProjectCard[]> {
  return db().$queryRaw<ProjectCard[]>`
    SELECT project.id, title, description, role::text AS role,
      (SELECT count(*)::int FROM document WHERE project_id = project.id AND deleted_at IS NULL) AS documents,
      (SELECT count(*)::int FROM member AS each WHERE each.project_id = project.id AND each.removed_at IS NULL) AS members
    FROM project JOIN member ON member.project_id = project.id
    WHERE member.user_id = ${userId}::uuid AND removed_at IS NULL AND project.deleted_at IS NULL
    ORDER BY title, project.id`;
}

export async function readProject(projectId: string): Promise<Project & { codebookVersion: number }> {
  return db().project.findUniqueOrThrow({
    where: { id: projectId },
    select: {
      id: true,
      title: true,
      description: true,
      codersEditDocuments: true,
      codersEditCodebook: true,
      codebookVersion: true,
    },
  });
}

/** Everyone who is or was in the project, in order of joining. */
export async function listMembers(projectId: string, tx: Tx = db()): Promise<Member[]> {
  const rows = await tx.member.findMany({
    where: { projectId },
    include: { user: { select: { name: true, email: true } } },
    orderBy: { shade: 'asc' },
  });
  return rows.map(({ userId, user, role, shade, removedAt, attributes }) => {
    const said = { id: userId, name: user.name, role, shade, removed: removedAt !== null, attributes: attributes as Record<string, string> };
    return user.email === null ? { ...said, placeholder: true } : said;
  });
}

/** What coders are described by, in order. */
export async function listCoderAttributes(projectId: string, tx: Tx = db()): Promise<CoderAttribute[]> {
  const rows = await tx.coderAttribute.findMany({ where: { projectId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  return rows.map(asCoderAttribute);
}

/** Invitations that can still be accepted. */
export async function listInvitations(projectId: string): Promise<Invitation[]> {
  const where = { projectId, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } };
  const rows = await db().invitation.findMany({ where, orderBy: { createdAt: 'desc' } });
  return rows.map(asInvitation);
}

/** Makes an empty project with its maker as owner. Returns its id. */
export async function createProject(userId: string, about: { title: string; description: string }) {
  return db().$transaction((tx) => makeProject(tx, userId, about));
}

/** The same in a transaction that is there. */
export async function makeProject(tx: Tx, userId: string, about: { id?: string; title: string; description: string }) {
  const { id = randomUUID(), title, description } = about;
  await tx.project.create({ data: { id, title, description } });
  await join(tx, { projectId: id, userId, role: 'owner', invitation: null });
  return id;
}

/** What the holder of an invitation link may know before accepting it; null if the link does not, or no longer, work. */
export async function findInvitation(projectId: string, secret: string) {
  const row = await db().invitation.findFirst({
    where: { ...usable(projectId, secret), project: { deletedAt: null } },
    include: { project: { select: { title: true } } },
  });
  if (!row || !(await isOwner(db(), projectId, row.invitedBy))) return null;
  const inviter = await db().user.findUnique({ where: { id: row.invitedBy }, select: { name: true } });
  return { role: row.role, project: row.project.title, invitedBy: inviter?.name ?? 'A former member' };
}

/** Uses up an invitation, once however often and however concurrently it is tried, and makes its holder a member. */
export async function acceptInvitation(projectId: string, secret: string, userId: string): Promise<void> {
  await db().$transaction((tx) => accept(tx, { projectId, secret, userId }));
}

/** The same for somebody without an account: it is made with the membership or not at all. */
export async function joinWithNewAccount(
  projectId: string,
  secret: string,
  register: (tx: Tx) => Promise<{ id: string }>,
): Promise<void> {
  if (!(await findInvitation(projectId, secret))) refuseInvitation();
  await db().$transaction(async (tx) => accept(tx, { projectId, secret, userId: (await register(tx)).id }));
}

export const editProject: Perform<Asked<'project.edit'>, ProjectEdited> = async (tx, by, { set }) => {
  const { projectId } = by;
  const old = await tx.project.findUniqueOrThrow({ where: { id: projectId } });
  await tx.project.update({ where: { id: projectId }, data: set });
  return { set, before: Object.fromEntries(Object.keys(set).map((key) => [key, old[key as keyof typeof old]])) };
};

export const setRole: Perform<Asked<'member.role'>, RoleSet> = async (tx, by, { userId, role }) => {
  const old = await activeMember(tx, by.projectId, userId);
  if ((await tx.user.findUniqueOrThrow({ where: { id: userId } })).email === null) {
    throw new Refusal('conflict', 'Nobody can sign in as a placeholder, so it has no role. Hand its codings to a member instead.');
  }
  if (role !== 'owner') await refuseLastOwner(tx, by.projectId, userId);
  await tx.member.update({ where: { projectId_userId: { projectId: by.projectId, userId } }, data: { role } });
  return { userId, role, before: old.role };
};

export const removeMember: Perform<Asked<'member.remove'>, { userId: string }> = async (tx, by, { userId }) => {
  await activeMember(tx, by.projectId, userId);
  await refuseLastOwner(tx, by.projectId, userId);
  const where = { projectId_userId: { projectId: by.projectId, userId } };
  await tx.member.update({ where, data: { removedAt: new Date() } });
  // Gone for good: whoever is let in again begins without the tokens of before.
  await tx.token.deleteMany({ where: { projectId: by.projectId, userId } });
  return { userId };
};

export const describeMember: Perform<Asked<'member.describe'>, MemberDescribed> = async (tx, by, { userId, set }) => {
  const { projectId } = by;
  const known = new Set((await tx.coderAttribute.findMany({ where: { projectId }, select: { key: true } })).map(({ key }) => key));
  const unknown = Object.keys(set).find((key) => !known.has(key));
  if (unknown) throw new Refusal('invalid', `This project describes no coder by “${unknown}”. Add it on the Members page first.`);
  const member = await tx.member.findFirst({ where: { projectId, userId } });
  if (!member) throw new Refusal('not-found', 'This person is not a member of the project.');
  const old = member.attributes as Record<string, string>;
  await tx.member.update({ where: { projectId_userId: { projectId, userId } }, data: { attributes: withValues(old, set) } });
  return { userId, set, before: Object.fromEntries(Object.keys(set).map((key) => [key, Object.hasOwn(old, key) ? old[key]! : ''])) };
};

export const setCoderAttribute: Perform<Asked<'coder-attribute.set'>, CoderAttributeSet> = async (tx, by, asked) => {
  const { projectId } = by;
  const { id, key, type } = asked;
  const old = await tx.coderAttribute.findFirst({ where: { projectId, OR: [{ id }, { key }] } });
  if (old && old.id !== id) throw new Refusal('conflict', `Coders are already described by “${old.name}”.`);
  if (old && old.key !== key) throw new Refusal('invalid', 'An attribute keeps its key: values and links name it.');
  const data = { ...asked, type: storedType(type) };
  await tx.coderAttribute.upsert({ where: { projectId_id: { projectId, id } }, create: { projectId, ...data }, update: data });
  return { attribute: asked, before: old && asCoderAttribute(old) };
};

export const removeCoderAttribute: Perform<Asked<'coder-attribute.remove'>, CoderAttributeRemoved> = async (tx, by, { id }) => {
  const old = await tx.coderAttribute.findFirst({ where: { projectId: by.projectId, id } });
  if (!old) throw new Refusal('not-found', 'There is no such attribute of coders in this project.');
  await tx.coderAttribute.delete({ where: { projectId_id: { projectId: by.projectId, id } } });
  return { id, before: asCoderAttribute(old) };
};

export const makeInvitation: Perform<Asked<'invitation.make'>, Invited> = async (tx, by, { id, tokenHash, role, note }) => {
  const expiresAt = new Date(Date.now() + invitationDays * 86_400_000);
  const row = await tx.invitation.create({
    data: { projectId: by.projectId, id, tokenHash, role, note, invitedBy: by.actorId, expiresAt },
  });
  return { invitation: asInvitation(row) };
};

export const revokeInvitation: Perform<Asked<'invitation.revoke'>, { id: string }> = async (tx, by, { id }) => {
  const where = { projectId: by.projectId, id, acceptedAt: null, revokedAt: null };
  const { count } = await tx.invitation.updateMany({ where, data: { revokedAt: new Date() } });
  if (count === 0) throw new Refusal('not-found', 'This invitation was already used or revoked.');
  return { id };
};

async function accept(tx: Tx, { projectId, secret, userId }: { projectId: string; secret: string; userId: string }): Promise<void> {
  const row = await tx.invitation.findFirst({ where: usable(projectId, secret) });
  if (!row) refuseInvitation();
  const accepted = { acceptedAt: new Date(), acceptedBy: userId };
  const { count } = await tx.invitation.updateMany({ where: usable(projectId, secret), data: accepted });
  if (count === 0) refuseInvitation();
  await join(tx, { projectId, userId, role: row.role, invitation: row });
}

type Joining = { projectId: string; userId: string; role: Role; invitation: { id: string; invitedBy: string } | null };

/** Makes somebody a member, anew or again; the log says so in the same transaction. */
async function join(tx: Tx, { projectId, userId, role, invitation }: Joining): Promise<void> {
  const place = await takeSeq(tx, projectId);
  if (!place || (invitation && !(await isOwner(tx, projectId, invitation.invitedBy)))) refuseInvitation();
  const current = await tx.member.findFirst({ where: { projectId, userId } });
  if (current && current.removedAt === null) throw new Refusal('conflict', 'You are already a member of this project.');
  const shade = current?.shade ?? (await tx.member.count({ where: { projectId } }));
  const where = { projectId_userId: { projectId, userId } };
  await tx.member.upsert({ where, create: { projectId, userId, role, shade }, update: { role, removedAt: null } });
  const member = (await listMembers(projectId, tx)).find((each) => each.id === userId);
  const entry = { id: randomUUID(), actorId: userId, kind: 'member.join', body: { member, invitationId: invitation?.id ?? null } };
  await append(tx, place.seq, { ...entry, projectId, undoes: null, step: null, subject: null });
}

/** An invitation is worth what its maker's word is worth now: nothing once they no longer own the project. */
async function isOwner(tx: Tx, projectId: string, userId: string): Promise<boolean> {
  return (await tx.member.count({ where: { projectId, userId, role: 'owner', removedAt: null } })) > 0;
}

function usable(projectId: string, secret: string) {
  const tokenHash = createHash('sha256').update(secret).digest('hex');
  return { projectId, tokenHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } };
}

async function activeMember(tx: Tx, projectId: string, userId: string) {
  const member = await tx.member.findFirst({ where: { projectId, userId, removedAt: null } });
  if (!member) throw new Refusal('not-found', 'This person is not a member of the project.');
  return member;
}

async function refuseLastOwner(tx: Tx, projectId: string, userId: string): Promise<void> {
  const others = await tx.member.count({ where: { projectId, role: 'owner', removedAt: null, userId: { not: userId } } });
  if (others === 0) throw new Refusal('conflict', 'A project needs an owner. Make somebody else an owner first.');
}

function refuseInvitation(): never {
  throw new Refusal('not-found', 'This invitation does not work: it was used, revoked or has expired. Ask for a new one.');
}

function asInvitation({ id, role, note, createdAt, expiresAt }: Omit<Invitation, 'createdAt' | 'expiresAt'> & { createdAt: Date; expiresAt: Date }): Invitation {
  return { id, role, note, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}

type StoredType = 'text' | 'number' | 'one_of' | 'many_of';

function storedType(type: CoderAttributeType): StoredType {
  return type.replace('-', '_') as StoredType;
}

function asCoderAttribute({ id, key, name, type, options, position }: Omit<CoderAttribute, 'type'> & { type: string }): CoderAttribute {
  return { id, key, name, type: type.replace('_', '-') as CoderAttributeType, options, position };
}
