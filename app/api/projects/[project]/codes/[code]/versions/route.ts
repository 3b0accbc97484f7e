import { json, projectRoute } from '@/app/_server/handler';
import { readVersions } from '@/lib/codebook/store';
import { id } from '@/lib/log';

/** What a code has meant so far, newest first. The codebook is everybody's, so this is, too. */
export const GET = projectRoute('project:read', async (_, { projectId, params }) => {
  const codeId = id.safeParse(params.code);
  return json({ versions: codeId.success ? await readVersions(projectId, codeId.data) : [] });
});
