import { z } from 'zod';
import { Refusal } from '@/lib/errors';
import { id } from '@/lib/log';
import { announce } from '@/lib/projects/presence/store';
import { json, projectRoute, readParsed, type InProject } from '@/app/_server/handler';

const page = z.strictObject({ page: id });

/** A page of this person's has the document in sight: said again and again while it has. */
export const PUT = projectRoute('project:read', async (request, by) => told(request, by, true));

/** That page has gone, or shows another document. */
export const DELETE = projectRoute('project:read', async (request, by) => told(request, by, false));

async function told(request: Request, { projectId, userId, params }: InProject, here: boolean): Promise<Response> {
  const body = await readParsed(request, page);
  const documentId = id.safeParse(params.document);
  if (!documentId.success) throw new Refusal('not-found', 'There is no such document in this project.');
  await announce(projectId, { documentId: documentId.data, userId, page: body.page, here });
  return json({ here });
}
