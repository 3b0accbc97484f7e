import { apiRoute } from '@/app/_server/api/handler';
import { operations } from '@/app/_server/api/operations';
import { runChanges } from '@/app/_server/changes';

export const POST = apiRoute(operations.sendChanges, async ({ by, request }) => runChanges(request, by));
