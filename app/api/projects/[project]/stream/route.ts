import { projectRoute } from '@/app/_server/handler';
import { openStream } from '@/app/_server/stream';

export const dynamic = 'force-dynamic';

export const GET = projectRoute('project:read', async (request, by) => openStream(request, by));
