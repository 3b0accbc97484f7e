import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { isRefusal } from '@/lib/errors';
import { signIn } from '@/lib/accounts/store';
import { addressOf } from './address';

const credentials = z.object({ email: z.string().max(300), password: z.string().max(1_000) });

/**
 * Sign-in by password. The token holds the account's id and its session version, and nothing a client can write:
 * `jwt` copies only from what `authorize` returned. `currentAccount` compares both with the database on each request.
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: 30 * 86_400 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    Credentials({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(given, request) {
        const parsed = credentials.safeParse(given);
        if (!parsed.success) return null;
        try {
          return await signIn(parsed.data, addressOf((name) => headerOf(request.headers, name)));
        } catch (error) {
          if (isRefusal(error)) throw new Error(error.message, { cause: error });
          throw new Error('Signing in failed for a reason on our side. Please try again.', { cause: error });
        }
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      if (!user) return token;
      const { sessionVersion } = user as { sessionVersion?: number };
      return { sub: user.id, version: sessionVersion };
    },
    session({ session, token }) {
      return { expires: session.expires, id: token.sub, version: token.version };
    },
    redirect({ url, baseUrl }) {
      if (/^\/(?![/\\])/.test(url)) return baseUrl + url;
      return URL.canParse(url) && new URL(url).origin === new URL(baseUrl).origin ? url : baseUrl;
    },
  },
};

function headerOf(headers: unknown, name: string): string | null {
  const value = headers && typeof headers === 'object' ? (headers as Record<string, unknown>)[name] : null;
  return typeof value === 'string' ? value : null;
}
