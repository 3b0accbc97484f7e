import { apiRoute } from '@/app/_server/api/handler';
import { operations } from '@/app/_server/api/operations';
import { listCodes } from '@/lib/codebook/store';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(operations.listCodes, async ({ by }) => ({
  codes: await listCodes(by.projectId),
}));
