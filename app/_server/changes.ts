import 'server-only';
import { z } from 'zod';
import { changeRequest, runAll, type Answer } from '@/lib/door/store';
import { Refusal } from '@/lib/errors';
import { sealCursor } from '@/lib/log/cursor';
import type { Membership } from '@/lib/projects/store';
import { readJson } from './handler';
import { count } from './metrics';

/** A text of the longest size, escaped, fits. */
const mostBytes = 40_000_000;

/** What the door takes at once. The body of each change is checked by its kind. */
export const changeRequests = z.array(changeRequest).min(1).max(500);

/** Runs the changes of a request; the answers come in the same order. */
export async function runChanges(request: Request, by: Membership) {
  const parsed = changeRequests.safeParse(await readJson(request, mostBytes));
  if (!parsed.success) throw new Refusal('invalid', 'Send a list of up to 500 changes: [{"id", "kind", "body"}, ...].');
  const answers = await runAll(by, parsed.data);
  return answers.map((answer) => written(by.projectId, answer));
}

function written(projectId: string, answer: Answer) {
  const { id } = answer;
  if ('refused' in answer) {
    count('concord_changes_refused_total');
    return { id, refused: { code: answer.refused.code, message: answer.refused.message } };
  }
  count('concord_changes_accepted_total');
  return { id, change: answer.recorded.change, cursor: sealCursor(projectId, answer.recorded.seq) };
}
