import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import type { Role } from '@/lib/access';
import { openSession } from '@/lib/accounts/sessions/store';
import { db } from '@/lib/db';
import type { Membership } from '@/lib/projects/store';
import { joined, person, project, type Person } from '@/prisma/builders';

export { expect };

/** A browser of somebody's own, signed in, with a page open in it. */
export type Seat = { who: Person; member: Membership; context: BrowserContext; page: Page };

type Fixtures = {
  /** Opens a signed-in browser for a member of a project. */
  seat: (who: Person, member: Membership) => Promise<Seat>;
  /** A new project with an owner. */
  owner: { who: Person; member: Membership };
  /** Lets somebody new join the owner's project. */
  colleague: (role: Role, name?: string) => Promise<{ who: Person; member: Membership }>;
};

/** Journeys begin signed in and in a project of their own; an error on the console fails them. */
export const test = base.extend<Fixtures>({
  owner: async ({}, use) => {
    const who = await person({ name: 'Olga Owner' });
    await use({ who, member: await project(who, 'Statements on the war', 'A study of a test.') });
  },

  colleague: async ({ owner }, use) => {
    await use(async (role, name) => {
      const who = await person(name ? { name } : {});
      return { who, member: await joined(owner.member, who, role) };
    });
  },

  seat: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const errors: string[] = [];
    await use(async (who, member) => {
      const context = await browser.newContext();
      contexts.push(context);
      await login(context, who);
      const page = await context.newPage();
      listen(page, errors);
      return { who, member, context, page };
    });
    for (const context of contexts) await letGo(context);
    expect(errors).toEqual([]);
  },
});

/** Closes it. Once in some thousand times Chromium never says that it has; it goes with its browser at the latest. */
async function letGo(context: BrowserContext): Promise<void> {
  await Promise.race([context.close(), new Promise((done) => void setTimeout(done, 15_000).unref())]);
}

/** Signs a browser in by minting the cookie that signing in would have set. */
export async function login(context: BrowserContext, who: Person): Promise<void> {
  await context.addCookies([
    { name: 'next-auth.session-token', value: await sessionToken(who), url: process.env.NEXTAUTH_URL! },
  ]);
}

/** The value of the session cookie of a signed-in person. */
export async function sessionToken(who: Person): Promise<string> {
  const account = await db().user.findUniqueOrThrow({ where: { id: who.id } });
  const open = await db().session.findFirst({ where: { userId: who.id, version: account.sessionVersion } });
  const session =
    open?.id ??
    (await openSession(account, {
      agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      address: '192.0.2.7',
    }));
  return encode({ token: { sub: who.id, session }, secret: process.env.NEXTAUTH_SECRET! });
}

/** What the browser complains about in its console, and errors that nobody caught. */
function listen(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text())) errors.push(message.text());
  });
}

/** A refused request shows in the console as a failed load; the refusal itself is what the test looks at. */
function isExpected(text: string): boolean {
  return text.startsWith('Failed to load resource');
}
