import { z } from 'zod';
import { Refusal } from '@/lib/errors';
import { sealCursor } from '@/lib/log/cursor';
import { changeRequest, runAll, type Answer } from '@/lib/door/store';
import { json, projectRoute, readJson } from '@/app/_server/handler';
import { count } from '@/app/_server/metrics';
import { readAfter } from '@/app/_server/stream';

/** A text of the longest size, escaped, fits. */
const mostBytes = 40_000_000;
const requests = z.array(changeRequest).min(1).max(500);

export const POST = projectRoute('project:read', async (request, by) => {
  const parsed = requests.safeParse(await readJson(request, mostBytes));
  if (!parsed.success) throw new Refusal('invalid', 'Send a list of up to 500 changes: [{"id", "kind", "body"}, ...].');
  const answers = await runAll(by, parsed.data);
  return json(answers.map((answer) => written(by.projectId, answer)));
});

export const GET = projectRoute('project:read', readAfter);

function written(projectId: string, answer: Answer) {
  const { id } = answer;
  if ('refused' in answer) {
    count('concord_changes_refused_total');
    return { id, refused: { code: answer.refused.code, message: answer.refused.message } };
  }
  count('concord_changes_accepted_total');
  return { id, change: answer.recorded.change, cursor: sealCursor(projectId, answer.recorded.seq) };
}
