import { z } from 'zod';
import { addressIn } from '@/app/_server/address';
import { json, openRoute, readParsed } from '@/app/_server/handler';
import { newPassword } from '@/lib/accounts';
import { beginTokenAttempt, setPassword } from '@/lib/accounts/store';
import { Refusal } from '@/lib/errors';
import { findPasswordLink, redeemPasswordLink } from '@/lib/projects/password-links/store';

const secret = z.string().min(1).max(200);
const asked = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('look'), secret }),
  z.strictObject({ act: z.literal('set'), secret, fresh: newPassword }),
]);

/** What the holder of a link to a new password may know and do: whose account it is, and give it the password. */
export const POST = openRoute(async (request) => {
  const wish = await readParsed(request, asked);
  await beginTokenAttempt(wish.secret, addressIn(request));
  if (wish.act === 'set') {
    await redeemPasswordLink(wish.secret, (tx, userId) => setPassword(tx, userId, wish.fresh));
    return json({ done: true });
  }
  const found = await findPasswordLink(wish.secret);
  if (found) return json(found);
  throw new Refusal(
    'not-found',
    'This link does not work: it was used, has expired, or a newer one was made. Ask for a new one.',
  );
});
