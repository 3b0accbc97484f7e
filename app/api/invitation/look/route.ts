import { z } from 'zod';
import { addressIn } from '@/app/_server/address';
import { json, openRoute, readParsed } from '@/app/_server/handler';
import { invitationLink } from '@/lib/projects';
import { beginTokenAttempt } from '@/lib/accounts/store';
import { findInvitation } from '@/lib/projects/store';
import { Refusal } from '@/lib/errors';

const asked = z.strictObject(invitationLink);

/** What the holder of an invitation link may know before accepting it. */
export const POST = openRoute(async (request) => {
  const { projectId, secret } = await readParsed(request, asked);
  await beginTokenAttempt(secret, addressIn(request));
  const found = await findInvitation(projectId, secret);
  if (found) return json(found);
  throw new Refusal('not-found', 'This invitation does not work: it was used, revoked or has expired. Ask for a new one.');
});
