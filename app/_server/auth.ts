import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { isRefusal } from '@/lib/errors';
import { endSession, openSession, sessionDays } from '@/lib/accounts/sessions/store';
import { signIn } from '@/lib/accounts/store';
import { addressOf } from './address';

const credentials = z.object({ email: z.string().max(300), password: z.string().max(1_000) });

/**
 * Sign-in by password. The token names a session, and holds nothing a client can write: `jwt` copies only from what
 * `authorize` returned. `currentAccount` looks the session up in the database on each request.
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: sessionDays * 86_400 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    Credentials({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(given, request) {
        const parsed = credentials.safeParse(given);
        if (!parsed.success) return null;
        try {
          return await signedIn(parsed.data, (name) => headerOf(request.headers, name));
        } catch (error) {
          if (isRefusal(error)) throw new Error(error.message, { cause: error });
          throw new Error('Signing in failed for a reason on our side. Please try again.', { cause: error });
        }
      },
    }),
  ],
  events: {
    async signOut({ token }) {
      if (token?.sub && typeof token.session === 'string') await endSession(token.sub, token.session);
    },
  },
  callbacks: {
    jwt({ token, user }) {
      if (!user) return token;
      const { session } = user as { session?: string };
      return { sub: user.id, session };
    },
    session({ session, token }) {
      return { expires: session.expires, id: token.sub, session: token.session };
    },
    redirect({ url, baseUrl }) {
      if (/^\/(?![/\\])/.test(url)) return baseUrl + url;
      return URL.canParse(url) && new URL(url).origin === new URL(baseUrl).origin ? url : baseUrl;
    },
  },
};

type Header = (name: string) => string | null;

/** What the token is made of, once the password fits. */
async function signedIn(given: z.infer<typeof credentials>, header: Header): Promise<{ id: string; session: string } | null> {
  const address = addressOf(header);
  const account = await signIn(given, address);
  const session = account && (await openSession(account, { agent: header('user-agent') ?? '', address }));
  return session ? { id: account.id, session } : null;
}

function headerOf(headers: unknown, name: string): string | null {
  const value = headers && typeof headers === 'object' ? (headers as Record<string, unknown>)[name] : null;
  return typeof value === 'string' ? value : null;
}
