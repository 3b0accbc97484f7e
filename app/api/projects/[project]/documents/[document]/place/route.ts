import { z } from 'zod';
import { Refusal } from '@/lib/errors';
import { keepReadingPlace } from '@/lib/documents/store';
import { json, projectRoute, readParsed } from '@/app/_server/handler';

const place = z.strictObject({ offset: z.int().min(0).max(2 ** 31 - 1) });

/** How far this person has read: their own, no change of the project, and in no log. */
export const PUT = projectRoute('project:read', async (request, { projectId, userId, params }) => {
  const { offset } = await readParsed(request, place);
  const documentId = z.uuid().safeParse(params.document);
  if (!documentId.success) throw new Refusal('not-found', 'There is no such document in this project.');
  await keepReadingPlace({ projectId, userId, documentId: documentId.data }, offset);
  return json({ offset });
});
