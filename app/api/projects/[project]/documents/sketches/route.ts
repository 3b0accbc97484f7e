import { json, projectRoute } from '@/app/_server/handler';
import { readSketches } from '@/lib/documents/importing/store';

export const dynamic = 'force-dynamic';

/** What near-duplicates are found by: the sketch of each document, in base64. */
export const GET = projectRoute('documents:edit', async (_request, { projectId }) => {
  const sketches = Object.entries(await readSketches(projectId));
  return json(Object.fromEntries(sketches.map(([id, sketch]) => [id, Buffer.from(sketch.buffer).toString('base64')])));
});
