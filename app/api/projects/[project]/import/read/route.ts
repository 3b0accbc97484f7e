import { json, projectRoute } from '@/app/_server/handler';
import { readSent } from '@/app/_server/importing';
import { withContent } from '@/lib/interchange/importing/isolate';
import { previewOf } from '@/lib/interchange/importing/preview';
import { readHere } from '@/lib/interchange/importing/store';

/** Reads a project file and answers with what would come in and what it would meet. Stores nothing. */
export const POST = projectRoute('members:manage', async (request, { projectId, userId: actorId }) => {
  const { incoming } = await readSent(request);
  return json(
    await withContent(incoming, async ({ about }) => previewOf(about, await readHere({ projectId, actorId }))),
  );
});
