import { openRoute } from '@/app/_server/handler';

/** The process answers. Says nothing of the database: restarting this process would not bring that back. */
export const GET = openRoute(async () => new Response('ok', { headers: { 'Cache-Control': 'no-store' } }));
