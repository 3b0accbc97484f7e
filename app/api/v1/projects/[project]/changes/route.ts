import { apiRoute } from '@/app/_server/api/handler';
import { operations } from '@/app/_server/api/operations';
import { runChanges } from '@/app/_server/changes';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(operations.sendChanges, async ({ by, request }) =>
  runChanges(request, by),
);
