import { z } from 'zod';
import { accountRoute, json, readParsed } from '@/app/_server/handler';
import { newPassword } from '@/lib/accounts';
import { endSession, signOutEverywhere } from '@/lib/accounts/sessions/store';
import { changePassword, rename } from '@/lib/accounts/store';
import { id, name } from '@/lib/log';
import { newToken } from '@/lib/projects';
import { makeToken, revokeToken } from '@/lib/projects/tokens/store';

const asked = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('rename'), name: name(100) }),
  z.strictObject({ act: z.literal('password'), old: z.string().max(1_000), fresh: newPassword }),
  z.strictObject({ act: z.literal('end-session'), session: z.uuid() }),
  z.strictObject({ act: z.literal('sign-out') }),
  z.strictObject({ act: z.literal('make-token'), token: newToken }),
  z.strictObject({ act: z.literal('revoke-token'), token: z.strictObject({ projectId: id, id }) }),
]);

export const POST = accountRoute(async (request, { id: who }) => {
  const wish = await readParsed(request, asked);
  if (wish.act === 'rename') await rename(who, wish.name);
  else if (wish.act === 'password') await changePassword(who, wish);
  else if (wish.act === 'end-session') await endSession(who, wish.session);
  else if (wish.act === 'make-token') await makeToken(who, wish.token);
  else if (wish.act === 'revoke-token') await revokeToken(who, wish.token);
  else await signOutEverywhere(who);
  return json({ done: true });
});
