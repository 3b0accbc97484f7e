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
import { findSessionIn } from '@/lib/projects/knocking/store';
import { findMembership, type Membership } from '@/lib/projects/store';

const token = z.object({ session: z.uuid() });

/** Who is signed in, checked against the database; null for nobody. Asked once per request. */
export const currentAccount = cache(async (): Promise<SignedIn | null> => {
  const session = await currentSession();
  return session === null ? null : findSession(session);
});

/** For routes of a project: who asks, and their membership, null where there is none; null for nobody. */
export async function currentMember(
  projectId: string,
): Promise<{ account: SignedIn; membership: Membership | null } | null> {
  const sessionId = await currentSession();
  if (sessionId === null) return null;
  if (id.safeParse(projectId).success) return findSessionIn({ sessionId, projectId });
  const account = await findSession(sessionId);
  return account && { account, membership: null };
}

/** The id of the session in the cookie, if we made it; whether it still holds only the database knows. */
async function currentSession(): Promise<string | null> {
  const prefix = process.env.NEXTAUTH_URL?.startsWith('https://') ? '__Secure-' : '';
  const value = (await cookies()).get(`${prefix}next-auth.session-token`)?.value;
  return value ? opened(value) : null;
}

/**
 * Cookies opened before: a browser sends the same one for weeks, and decrypting it costs as much as a question to the
 * database. It is only read: next-auth's own way encrypts a new one on each request as well.
 */
const cookiesOpened = new Map<string, string>();

async function opened(cookie: string): Promise<string | null> {
  const known = cookiesOpened.get(cookie);
  if (known) return known;
  const parsed = token.safeParse(
    await decode({ token: cookie, secret: process.env.NEXTAUTH_SECRET ?? '' }).catch(() => null),
  );
  if (!parsed.success) return null;
  if (cookiesOpened.size >= 10_000) cookiesOpened.clear();
  cookiesOpened.set(cookie, parsed.data.session);
  return parsed.data.session;
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
