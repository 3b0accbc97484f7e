import { apiRoute } from '@/app/_server/api/handler';
import { operations } from '@/app/_server/api/operations';
import { listDocuments } from '@/lib/documents/store';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(operations.listDocuments, async ({ by }) => ({
  documents: await listDocuments(by.projectId),
}));
