import { accountRoute, json } from '@/app/_server/handler';
import { readSent } from '@/app/_server/importing';
import { withContent } from '@/lib/interchange/importing/isolate';
import { newProject, previewOf } from '@/lib/interchange/importing/preview';

/** Reads a project file and answers with what a new project would hold. Stores nothing. */
export const POST = accountRoute(async (request, { id, name }) => {
  const { incoming } = await readSent(request);
  return json(await withContent(incoming, async ({ about }) => previewOf(about, newProject({ id, name }))));
});
