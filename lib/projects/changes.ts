import { z } from 'zod';
import { roles } from '@/lib/access';
import { id, kind, name, parts, whole, words } from '@/lib/log';
import { coderAttributeTypes, type CoderAttribute, type Invitation, type Member, type ProjectState } from './project';

const fields = {
  title: name(200),
  description: words(20_000),
  codersEditDocuments: z.boolean(),
  codersEditCodebook: z.boolean(),
};
const edited = z.strictObject({ set: z.strictObject(fields).partial() });
const deleted = z.strictObject({ title: name(200) });
const role = z.enum(roles);
const roleSet = z.strictObject({ userId: id, role });
const removed = z.strictObject({ userId: id });
const invited = z.strictObject({
  id,
  /** SHA-256 of the link's secret, lower-case hex. */
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/, 'An invitation carries the SHA-256 of its secret.'),
  role,
  note: words(200),
});
const revoked = z.strictObject({ id });
const linked = z.strictObject({
  id,
  userId: id,
  /** SHA-256 of the link's secret, lower-case hex. */
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/, 'A link carries the SHA-256 of its secret.'),
});
const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,59}$/, 'A key has lower-case letters, digits and _, and begins with a letter.');
const described = z.strictObject({ userId: id, set: z.record(key, words(2_000)) });
const attribute = z.strictObject({
  id,
  key,
  name: name(100),
  type: z.enum(coderAttributeTypes),
  options: z.array(name(200)).max(500),
  position: z.int().min(0).max(10_000),
});
const one = z.strictObject({ id });

/** Whoever folds the log for one person says who that is. */
type ViewedState = ProjectState & { viewerId: string; stale: boolean };
type Edit = z.infer<typeof edited>['set'];
export type ProjectEdited = { set: Edit; before: Edit };
export type ProjectDeleted = z.infer<typeof deleted>;
export type RoleSet = z.infer<typeof roleSet> & { before: z.infer<typeof role> };
export type MemberJoined = { member: Member; invitationId: string | null };
export type Invited = { invitation: Invitation };
export type PasswordLinkMade = { id: string; userId: string; expiresAt: string };
export type PasswordLinkUsed = { id: string; userId: string };
/** An empty text is "not said". */
export type MemberDescribed = z.infer<typeof described> & { before: Record<string, string> };
export type CoderAttributeSet = { attribute: CoderAttribute; before: CoderAttribute | null };
export type CoderAttributeRemoved = { id: string; before: CoderAttribute };

/** Changes of the project itself and of who takes part. Membership is never undone by a key press: it has no inverses. */
export const projectChanges = {
  'project.edit': kind<z.infer<typeof edited>, ProjectEdited, ProjectState>({
    permission: 'project:edit',
    body: edited,
    subject: everyone,
    apply: (state, { body }) => ({ ...state, project: { ...state.project, ...body.set } }),
    touches: ({ set }) => parts('project', '', Object.keys(set)),
    invert: ({ before }) => ({ kind: 'project.edit', body: { set: before } }),
  }),

  /** Whoever asks says its title, so that nothing deletes a project by accident. Taken back on the page of one's projects. */
  'project.delete': kind<z.infer<typeof deleted>, ProjectDeleted, ProjectState>({
    permission: 'project:edit',
    body: deleted,
    subject: everyone,
    apply: (state) => state,
    touches: () => whole('project', ''),
    invert: () => null,
  }),

  /** Written by the server: a deleted project takes no changes, this one brings it back. */
  'project.restore': kind<never, Record<string, never>, ProjectState>({
    permission: 'log:system',
    body: z.never(),
    subject: everyone,
    apply: (state) => state,
    touches: () => whole('project', ''),
    invert: () => null,
  }),

  /** To the person themselves a new role opens and closes things that were never sent: they ask for their state anew. */
  'member.role': kind<z.infer<typeof roleSet>, RoleSet, ViewedState>({
    permission: 'members:manage',
    body: roleSet,
    subject: everyone,
    apply: (state, { body }) => ({
      ...state,
      ...update(state, body.userId, { role: body.role }),
      stale: state.stale || body.userId === state.viewerId,
    }),
    touches: ({ userId }) => parts('member', userId, ['role']),
    invert: () => null,
  }),

  'member.remove': kind<z.infer<typeof removed>, z.infer<typeof removed>, ProjectState>({
    permission: 'members:manage',
    body: removed,
    subject: everyone,
    apply: (state, { body }) => update(state, body.userId, { removed: true }),
    touches: ({ userId }) => parts('member', userId, ['role']),
    invert: () => null,
  }),

  /** Says how a coder is to be described; only what is named changes. */
  'member.describe': kind<z.infer<typeof described>, MemberDescribed, ProjectState>({
    permission: 'members:manage',
    body: described,
    subject: everyone,
    apply: (state, { body }) => {
      const { attributes = {} } = state.members.get(body.userId) ?? {};
      return update(state, body.userId, { attributes: withValues(attributes, body.set) });
    },
    touches: ({ userId, set }) => parts('member', userId, Object.keys(set)),
    invert: ({ userId, before }) => ({ kind: 'member.describe', body: { userId, set: before } }),
  }),

  'coder-attribute.set': kind<z.infer<typeof attribute>, CoderAttributeSet, ProjectState>({
    permission: 'members:manage',
    body: attribute,
    subject: everyone,
    apply: (state, { body }) => ({ ...state, coderAttributes: state.coderAttributes.with(body.attribute) }),
    touches: ({ attribute }) => whole('coder-attribute', attribute.id),
    invert: ({ attribute, before }) =>
      before
        ? { kind: 'coder-attribute.set', body: before }
        : { kind: 'coder-attribute.remove', body: { id: attribute.id } },
  }),

  /** The values stay with the coders, and count again when the attribute comes back. */
  'coder-attribute.remove': kind<z.infer<typeof one>, CoderAttributeRemoved, ProjectState>({
    permission: 'members:manage',
    body: one,
    subject: everyone,
    apply: (state, { body }) => ({ ...state, coderAttributes: state.coderAttributes.without(body.id) }),
    touches: ({ id }) => whole('coder-attribute', id),
    invert: ({ before }) => ({ kind: 'coder-attribute.set', body: before }),
  }),

  /** Written by the server when somebody creates the project or accepts an invitation. */
  'member.join': kind<never, MemberJoined, ProjectState>({
    permission: 'log:system',
    body: z.never(),
    subject: everyone,
    apply: (state, { body }) => ({
      ...state,
      members: state.members.with(body.member),
      invitations: body.invitationId ? state.invitations.without(body.invitationId) : state.invitations,
    }),
    touches: ({ member }) => parts('member', member.id, ['role']),
    invert: () => null,
  }),

  'invitation.make': kind<z.infer<typeof invited>, Invited, ProjectState>({
    permission: 'members:manage',
    audience: 'members:manage',
    body: invited,
    subject: everyone,
    apply: (state, { body }) => ({ ...state, invitations: state.invitations.with(body.invitation) }),
    touches: ({ invitation }) => whole('invitation', invitation.id),
    invert: () => null,
  }),

  'invitation.revoke': kind<z.infer<typeof revoked>, z.infer<typeof revoked>, ProjectState>({
    permission: 'members:manage',
    audience: 'members:manage',
    body: revoked,
    subject: everyone,
    apply: (state, { body }) => ({ ...state, invitations: state.invitations.without(body.id) }),
    touches: ({ id }) => whole('invitation', id),
    invert: () => null,
  }),
};

/** Links by which members set a new password: in the log for everyone to see, and in nobody's state. */
export const passwordLinkChanges = {
  'password-link.make': kind<z.infer<typeof linked>, PasswordLinkMade, ProjectState>({
    permission: 'members:manage',
    body: linked,
    subject: everyone,
    apply: (state) => state,
    touches: () => [],
    invert: () => null,
  }),

  /** Written by the server when the link is used. */
  'password-link.use': kind<never, PasswordLinkUsed, ProjectState>({
    permission: 'log:system',
    body: z.never(),
    subject: everyone,
    apply: (state) => state,
    touches: () => [],
    invert: () => null,
  }),
};

/** Values with some set anew; an empty one goes. */
export function withValues(values: Record<string, string>, set: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...values, ...set }).filter(([, value]) => value !== ''));
}

function everyone() {
  return null;
}

function update(state: ProjectState, id: string, set: Partial<Member>): ProjectState {
  const member = state.members.get(id);
  return member ? { ...state, members: state.members.with({ ...member, ...set }) } : state;
}
