import { z } from 'zod';
import { isRefusal, Refusal } from '@/lib/errors';
import { sealCursor } from '@/lib/log/cursor';
import { changeRequest, run } from '@/lib/door/store';
import { json, projectRoute, readJson } from '@/app/_server/handler';
import { count } from '@/app/_server/metrics';
import { readAfter } from '@/app/_server/stream';

/** A text of the longest size, escaped, fits. */
const mostBytes = 40_000_000;
const requests = z.array(changeRequest).min(1).max(500);

export const POST = projectRoute('project:read', async (request, by) => {
  const parsed = requests.safeParse(await readJson(request, mostBytes));
  if (!parsed.success) throw new Refusal('invalid', 'Send a list of up to 500 changes: [{"id", "kind", "body"}, ...].');
  const answers = [];
  for (const each of parsed.data) answers.push({ id: each.id, ...(await answer(by, each)) });
  return json(answers);
});

export const GET = projectRoute('project:read', readAfter);

async function answer(by: Parameters<typeof run>[0], request: z.infer<typeof changeRequest>) {
  try {
    const { seq, change } = await run(by, request);
    count('concord_changes_accepted_total');
    return { change, cursor: sealCursor(by.projectId, seq) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    count('concord_changes_refused_total');
    return { refused: { code: error.code, message: error.message } };
  }
}
