import { createHash } from 'node:crypto';
import { description } from '@/app/_server/api/description';
import { methodsOf } from '@/app/_server/api/methods';
import { openRoute } from '@/app/_server/handler';

/** What the API is, for programs that make clients of it. It tells nothing of any project and needs no token. */
const describe = openRoute(async (request) => {
  const body = JSON.stringify(description());
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'public, no-cache', ETag: etag };
  const known = (request.headers.get('if-none-match') ?? '').includes(etag);
  return known ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({ GET: describe });
