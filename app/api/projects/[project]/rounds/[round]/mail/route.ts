import { json, projectRoute } from '@/app/_server/handler';
import { addressOf, reminderLetter } from '@/app/_server/letters';
import { mailIsSet, sendLetter } from '@/app/_server/mail';
import { Refusal } from '@/lib/errors';
import { id } from '@/lib/log';
import { takeUnmailed } from '@/lib/rounds/store';

/** Sends by e-mail what this person has just reminded coders of, each reminder once. `fault` is why the last failed, if one did. */
export const POST = projectRoute('rounds:run', async (_, { projectId, userId, params }) => {
  const round = id.safeParse(params.round);
  if (!mailIsSet() || !round.success) throw new Refusal('not-found', 'This server sends no mail of this kind.');
  const link = addressOf(`/projects/${projectId}`);
  let fault: string | null = null;
  for (const { email, ...about } of await takeUnmailed(projectId, round.data, userId)) {
    fault = (await sendLetter(reminderLetter({ ...about, to: email, link }))) ?? fault;
  }
  return json({ fault });
});
