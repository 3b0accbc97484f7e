import { z } from 'zod';
import { addressIn } from '@/app/_server/address';
import { json, openRoute, readParsed } from '@/app/_server/handler';
import { registration } from '@/lib/accounts';
import { beginTokenAttempt, setUp } from '@/lib/accounts/store';

const asked = z.strictObject({ code: z.string().max(200), who: registration });

/** Makes the first account. The code decides; a server that is set up refuses every code. */
export const POST = openRoute(async (request) => {
  const { code, who } = await readParsed(request, asked);
  await beginTokenAttempt('set-up', addressIn(request));
  await setUp(code.trim(), who);
  return json({ made: true }, { status: 201 });
});
