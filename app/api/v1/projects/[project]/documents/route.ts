import { apiRoute } from '@/app/_server/api/handler';
import { operations } from '@/app/_server/api/operations';
import { documentsWhere } from '@/lib/documents/store';
import { documentFilter } from '@/lib/documents';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(
  operations.listDocuments,
  async ({ by, query: { where } }) => ({ documents: await documentsWhere(by.projectId, documentFilter(where)) }),
);
