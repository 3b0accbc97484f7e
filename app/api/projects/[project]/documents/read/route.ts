import { json, projectRoute, readBytes } from '@/app/_server/handler';
import { askedProperties } from '@/lib/documents';
import { listAttributes } from '@/lib/documents/attributes/store';
import { isEncoding, readSafely } from '@/lib/documents/readers';

/** A book of a million words in any encoding fits, and a report with its pictures. */
const mostBytes = 50_000_000;

/** Reads a file's bytes and answers with what would be imported. Stores nothing. */
export const POST = projectRoute('documents:edit', async (request, { projectId }) => {
  const { searchParams } = new URL(request.url);
  const encoding = searchParams.get('encoding');
  const bytes = await readBytes(request, mostBytes);
  const name = (searchParams.get('name') ?? '').slice(0, 300);
  const read = await readSafely(bytes, { name, encoding: isEncoding(encoding) ? encoding : null });
  return json({ ...read, properties: askedProperties(read.properties, await listAttributes(projectId)) });
});
