import { z } from 'zod';
import { accountRoute, json, readParsed } from '@/app/_server/handler';
import { id } from '@/lib/log';
import { restoreProject } from '@/lib/projects/deletion/store';

const asked = z.strictObject({ projectId: id });

/** Brings a deleted project back. It has no door of its own while it is deleted, so this is no change sent to it. */
export const POST = accountRoute(async (request, account) => {
  const { projectId } = await readParsed(request, asked);
  await restoreProject(projectId, account.id);
  return json({ id: projectId });
});
