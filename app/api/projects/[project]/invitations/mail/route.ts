import { z } from 'zod';
import { json, projectRoute, readParsed } from '@/app/_server/handler';
import { addressOf, invitationLetter } from '@/app/_server/letters';
import { mailIsSet, sendLetter } from '@/app/_server/mail';
import { email } from '@/lib/accounts';
import { beginLetter } from '@/lib/accounts/store';
import { Refusal } from '@/lib/errors';
import { invitationLink } from '@/lib/projects';
import { findInvitation } from '@/lib/projects/store';

const asked = z.strictObject({ secret: invitationLink.secret, to: email });

/** Sends an invitation that was just made to whom it is for. The secret passes through and is not kept. */
export const POST = projectRoute('members:manage', async (request, { projectId, account }) => {
  const { secret, to } = await readParsed(request, asked);
  if (!mailIsSet()) throw new Refusal('not-found', 'This server sends no mail.');
  const offer = await findInvitation(projectId, secret);
  if (!offer) throw new Refusal('not-found', 'There is no open invitation with this link.');
  await beginLetter(account.id);
  const link = addressOf(`/invitation#${projectId}.${secret}`);
  return json({ fault: await sendLetter(invitationLetter({ ...offer, to, link, invitedBy: account.name })) });
});
