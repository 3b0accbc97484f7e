import { z } from 'zod';
import { tokenScopes, type TokenScope } from '@/lib/access';
import { id, name } from '@/lib/log';

/** What every token begins with, so that scanners for secrets find one that was published by mistake. */
export const tokenPrefix = 'concord_';

/** How many days a token works: usually, and at most. */
export const tokenDays = { usual: 90, most: 365 } as const;

/** How many tokens that still work one person may have. */
export const mostTokens = 50;

/** A token as a script sends it: the prefix and 256 random bits in base64url. */
export const tokenSecret = z.string().regex(/^concord_[A-Za-z0-9_-]{43}$/);

/** What its person says of a new token. The secret is made in their browser; the server only ever sees its hash. */
export const newToken = z.strictObject({
  id,
  projectId: id,
  /** SHA-256 of the whole token, prefix included, lower-case hex. */
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/, 'A token comes with the SHA-256 of its secret.'),
  name: name(100),
  scope: z.enum(tokenScopes),
  days: z.int().min(1).max(tokenDays.most, `A token works for at most ${tokenDays.most} days.`),
});
export type NewToken = z.infer<typeof newToken>;

/** A token as its person sees it in their list; `usedAt` is right to the minute. */
export type Token = {
  id: string;
  projectId: string;
  /** The project's title. */
  project: string;
  name: string;
  scope: TokenScope;
  createdAt: string;
  expiresAt: string;
  expired: boolean;
  usedAt: string | null;
};
