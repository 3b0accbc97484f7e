import { runChanges } from '@/app/_server/changes';
import { json, projectRoute } from '@/app/_server/handler';
import { readAfter } from '@/app/_server/stream';

export const POST = projectRoute('project:read', async (request, by) => json(await runChanges(request, by)));

export const GET = projectRoute('project:read', readAfter);
