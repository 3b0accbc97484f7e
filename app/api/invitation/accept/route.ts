import { z } from 'zod';
import { addressIn } from '@/app/_server/address';
import { json, openRoute, readParsed } from '@/app/_server/handler';
import { currentAccount } from '@/app/_server/session';
import { registration } from '@/lib/accounts';
import { beginTokenAttempt, register } from '@/lib/accounts/store';
import { Refusal } from '@/lib/errors';
import { invitationLink } from '@/lib/projects';
import { acceptInvitation, joinWithNewAccount } from '@/lib/projects/store';

const asked = z.strictObject({ ...invitationLink, who: registration.nullable() });

/** Joins by an invitation link: as whoever is signed in, or with an account that is made in the same transaction. */
export const POST = openRoute(async (request) => {
  const { projectId, secret, who } = await readParsed(request, asked);
  await beginTokenAttempt(secret, addressIn(request));
  const account = await currentAccount();
  if (who) await joinWithNewAccount(projectId, secret, (tx) => register(who, tx));
  else if (account) await acceptInvitation(projectId, secret, account.id);
  else throw new Refusal('forbidden', 'Please sign in, or make an account, to join.');
  return json({ projectId }, { status: 201 });
});
