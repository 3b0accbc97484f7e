import { z } from 'zod';
import { name } from '@/lib/log';

/** A person with an account on this server. */
export type Account = { id: string; email: string; name: string; sessionVersion: number };

/** Somebody signed in, in one browser. */
export type SignedIn = Account & { sessionId: string };

/** A session as its owner sees it: which browser, from which network, since when, used last when. */
export type Session = { id: string; device: string; address: string; createdAt: string; seenAt: string };

/** An address, compared in lower case; at most 200 characters. */
export const email = z.string().trim().toLowerCase().max(200).pipe(z.email('Please give an e-mail address.'));

export const shortestPassword = 10;
export const longestPassword = 200;

export const newPassword = z
  .string()
  .min(shortestPassword, `A password has at least ${shortestPassword} characters.`)
  .max(longestPassword, `A password has at most ${longestPassword} characters.`);

/** What a new person tells about themselves. */
export const registration = z.strictObject({ email, name: name(100), password: newPassword });
export type Registration = z.infer<typeof registration>;
