import { z } from 'zod';
import type { ProjectSettings, Role } from '@/lib/access';
import { id, type Table } from '@/lib/log';

export type Project = ProjectSettings & { id: string; title: string; description: string };

/** A person in a project. `id` is the user's id. A removed member stays listed: their codings stay under their name. */
export type Member = { id: string; name: string; role: Role; shade: number; removed: boolean };

/** An open offer to join. The link's secret is made in the inviting browser; the server only ever sees its hash. */
export type Invitation = { id: string; role: Role; note: string; createdAt: string; expiresAt: string };

export type ProjectState = { project: Project; members: Table<Member>; invitations: Table<Invitation> };

/** How long an invitation link works. */
export const invitationDays = 7;

/** What an invitation link says, as a request repeats it: which project, and the secret that opens it. */
export const invitationLink = { projectId: id, secret: z.string().min(1).max(200) };
