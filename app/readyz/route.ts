import { openRoute } from '@/app/_server/handler';
import { ready } from '@/lib/accounts/store';

export const dynamic = 'force-dynamic';

/** The database is in reach and set up: requests may be sent here. */
export const GET = openRoute(async () => {
  const fine = await ready();
  return new Response(fine ? 'ok' : 'not ready', { status: fine ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
});
