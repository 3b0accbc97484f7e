import { readScope, streamAppendix } from '@/app/_server/agreement';
import { download } from '@/app/_server/download';
import { projectRoute } from '@/app/_server/handler';
import { readChoices } from '@/components/agreement/choices';
import { fileName } from '@/lib/interchange';
import { readProject } from '@/lib/projects/store';

export const dynamic = 'force-dynamic';

export const GET = projectRoute('project:read', async (request, by) => {
  const asked = readChoices(Object.fromEntries(new URL(request.url).searchParams));
  const [scope, { title: project }] = await Promise.all([readScope(by, asked), readProject(by.projectId)]);
  const { projectId, userId, role, settings } = by;
  const ask = { by: { projectId, userId, role, settings }, scope, asked, project };
  const name = fileName(project, { title: 'Agreement appendix', extension: 'zip' }, new Date());
  return download(streamAppendix(ask, request.signal), { name, mediaType: 'application/zip' });
});
