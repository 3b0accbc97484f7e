import { z } from 'zod';
import { accountRoute, json, readParsed } from '@/app/_server/handler';
import { newPassword } from '@/lib/accounts';
import { endSession, signOutEverywhere } from '@/lib/accounts/sessions/store';
import { changePassword, rename } from '@/lib/accounts/store';
import { name } from '@/lib/log';

const asked = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('rename'), name: name(100) }),
  z.strictObject({ act: z.literal('password'), old: z.string().max(1_000), fresh: newPassword }),
  z.strictObject({ act: z.literal('end-session'), session: z.uuid() }),
  z.strictObject({ act: z.literal('sign-out') }),
]);

export const POST = accountRoute(async (request, { id }) => {
  const wish = await readParsed(request, asked);
  if (wish.act === 'rename') await rename(id, wish.name);
  else if (wish.act === 'password') await changePassword(id, wish);
  else if (wish.act === 'end-session') await endSession(id, wish.session);
  else await signOutEverywhere(id);
  return json({ done: true });
});
