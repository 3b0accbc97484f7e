import { apiRoute } from '@/app/_server/api/handler';
import { operations } from '@/app/_server/api/operations';
import { readDocument } from '@/lib/documents/store';
import { Refusal } from '@/lib/errors';
import { id } from '@/lib/log';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(operations.readDocument, async ({ by, params }) => {
  const documentId = id.safeParse(params.document);
  if (!documentId.success) throw new Refusal('not-found', 'There is no such document in this project.');
  return readDocument(by.projectId, documentId.data);
});
