import { readSelection } from '@/lib/interchange';
import { countCodings } from '@/lib/interchange/store';
import { json, projectRoute } from '@/app/_server/handler';

export const dynamic = 'force-dynamic';

export const GET = projectRoute('project:read', async (request, by) => {
  return json(await countCodings(by, readSelection(new URL(request.url).searchParams)));
});
