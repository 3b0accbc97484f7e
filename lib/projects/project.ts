import { z } from 'zod';
import type { ProjectSettings, Role } from '@/lib/access';
import { id, type Table } from '@/lib/log';

export type Project = ProjectSettings & { id: string; title: string; description: string };

/**
 * A person in a project. `id` is the user's id. A removed member stays listed: their codings stay under their name.
 * `attributes` has their values by the key of a coder attribute; a missing key is "not said".
 */
export type Member = {
  id: string;
  name: string;
  role: Role;
  shade: number;
  removed: boolean;
  attributes: Record<string, string>;
  /**
   * A name that codings from elsewhere stand under. Nobody can sign in as it, and being a viewer it codes in no round; an
   * owner can hand its codings to a member.
   */
  placeholder?: true;
};

export const coderAttributeTypes = ['text', 'number', 'one-of', 'many-of'] as const;
export type CoderAttributeType = (typeof coderAttributeTypes)[number];

/**
 * A typed field that describes coders, such as the languages they read or how they were trained: what agreement can be
 * split by. Several values of a many-of are one text, joined by semicolons.
 */
export type CoderAttribute = {
  id: string;
  /** Never changes. */
  key: string;
  name: string;
  type: CoderAttributeType;
  /** The choices of one-of and many-of. */
  options: string[];
  position: number;
};

/** An open offer to join. The link's secret is made in the inviting browser; the server only ever sees its hash. */
export type Invitation = { id: string; role: Role; note: string; createdAt: string; expiresAt: string };

export type ProjectState = {
  project: Project;
  members: Table<Member>;
  invitations: Table<Invitation>;
  coderAttributes: Table<CoderAttribute>;
};

/** How long an invitation link works. */
export const invitationDays = 7;

/** How long a link to a new password works. */
export const passwordLinkHours = 24;

/** That somebody made a link to a new password for an account; `by` is null for whoever runs the server. */
export type PasswordLinkNotice = { id: string; by: string | null; at: string; used: boolean };

/** What an invitation link says, as a request repeats it: which project, and the secret that opens it. */
export const invitationLink = { projectId: id, secret: z.string().min(1).max(200) };
