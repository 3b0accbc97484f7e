import { z } from 'zod';
import { stopDownload } from '@/lib/interchange/downloads/store';
import { json, projectRoute, readParsed } from '@/app/_server/handler';

const asked = z.strictObject({ download: z.uuid() });

/** Stops a download of one's own, whichever process is writing it. */
export const POST = projectRoute('project:read', async (request, by) => {
  const { download } = await readParsed(request, asked);
  await stopDownload(by.userId, download);
  return json({});
});
