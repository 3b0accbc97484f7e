import 'server-only';
import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { z } from 'zod';
import { can, type Permission } from '@/lib/access';
import type { SignedIn } from '@/lib/accounts';
import { findSession } from '@/lib/accounts/sessions/store';
import { id } from '@/lib/log';
import { findMembership, type Membership } from '@/lib/projects/store';

const token = z.object({ session: z.uuid() });

/** Who is signed in, checked against the database; null for nobody. Asked once per request. */
export const currentAccount = cache(async (): Promise<SignedIn | null> => {
  const parsed = token.safeParse(await readToken());
  return parsed.success ? findSession(parsed.data.session) : null;
});

/**
 * What the session cookie says, if we signed it. It is only read: next-auth's own way encrypts a new token on each
 * request as well, of which a session that ends on a day of its own has no use.
 */
async function readToken(): Promise<unknown> {
  const prefix = process.env.NEXTAUTH_URL?.startsWith('https://') ? '__Secure-' : '';
  const value = (await cookies()).get(`${prefix}next-auth.session-token`)?.value;
  return value ? decode({ token: value, secret: process.env.NEXTAUTH_SECRET ?? '' }).catch(() => null) : null;
}

/** For pages: the signed-in account, or off to the sign-in page and back. */
export async function requireAccount(back: string): Promise<SignedIn> {
  return (await currentAccount()) ?? redirect(`/sign-in?next=${encodeURIComponent(back)}`);
}

/** For pages of a project: who looks, as a member. To everyone else the project does not exist. */
export async function requireMember(
  projectId: string,
  permission: Permission = 'project:read',
): Promise<Membership & { account: SignedIn }> {
  const account = await requireAccount(`/projects/${projectId}`);
  const membership = await membershipOf(projectId, account.id);
  if (!membership || !can(membership.role, permission, membership.settings)) notFound();
  return { ...membership, account };
}

/** The membership that opens a project to an account, or null. Ids that are no ids, or not in lower case, open nothing. */
export const membershipOf = cache(async (projectId: string, accountId: string): Promise<Membership | null> => {
  return id.safeParse(projectId).success ? findMembership(projectId, accountId) : null;
});
