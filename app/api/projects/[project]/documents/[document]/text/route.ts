import { json, projectRoute } from '@/app/_server/handler';
import { readCodings } from '@/app/_server/state';
import { readText } from '@/lib/documents/store';
import { Refusal } from '@/lib/errors';
import { id } from '@/lib/log';

/** A text, its blocks and the codings on it that this person may see: for showing it beside another. */
export const GET = projectRoute('project:read', async (_, { params, account: _account, ...by }) => {
  const documentId = id.safeParse(params.document);
  const found = documentId.success ? await readText(by.projectId, documentId.data) : null;
  if (!found || !documentId.success) throw new Refusal('not-found', 'There is no such document in this project.');
  const { text, blocks } = found;
  return json({ text, blocks, codings: await readCodings(by, documentId.data) });
});
