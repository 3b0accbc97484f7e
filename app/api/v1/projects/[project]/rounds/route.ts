import { apiRoute } from '@/app/_server/api/handler';
import { operations } from '@/app/_server/api/operations';
import { listRounds } from '@/lib/rounds/store';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(operations.listRounds, async ({ by }) => ({
  rounds: await listRounds(by.projectId),
}));
