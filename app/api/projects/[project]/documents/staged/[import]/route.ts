import { z } from 'zod';
import { json, projectRoute, readJson, type InProject } from '@/app/_server/handler';
import { documentChanges, mostAtOnce } from '@/lib/documents';
import { dropStaged, stage } from '@/lib/documents/importing/store';
import { unsound } from '@/lib/errors';
import { id } from '@/lib/log';

const mostBytes = 40_000_000;
const staged = z.strictObject({
  first: z.int().min(0).max(mostAtOnce),
  documents: z.array(documentChanges['document.add'].body).min(1).max(500),
});

/** Takes in some of the documents of an import. They become part of the project by `document.import`, all at once. */
export const POST = projectRoute('documents:edit', async (request, by) => {
  const parsed = staged.safeParse(await readJson(request, mostBytes));
  if (!parsed.success) throw unsound(parsed.error);
  await stage(importOf(by), parsed.data.documents, parsed.data.first);
  return json({ staged: parsed.data.documents.length });
});

export const DELETE = projectRoute('documents:edit', async (_request, by) => {
  await dropStaged(importOf(by));
  return json({});
});

function importOf({ projectId, userId, params }: InProject) {
  const parsed = id.safeParse(params.import);
  if (!parsed.success) throw unsound(parsed.error);
  return { projectId, userId, importId: parsed.data };
}
