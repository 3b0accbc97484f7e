import { json, projectRoute, readBytes } from '@/app/_server/handler';
import { isEncoding, readTableSafely } from '@/lib/documents/readers';

const mostBytes = 50_000_000;

/** Reads a table and answers with its rows, for somebody to say what its columns are. Stores nothing. */
export const POST = projectRoute('documents:edit', async (request) => {
  const { searchParams } = new URL(request.url);
  const encoding = searchParams.get('encoding');
  const bytes = await readBytes(request, mostBytes);
  const name = (searchParams.get('name') ?? '').slice(0, 300);
  return json(await readTableSafely(bytes, { name, encoding: isEncoding(encoding) ? encoding : null }));
});
