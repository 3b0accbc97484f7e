import { createHash, timingSafeEqual } from 'node:crypto';
import { openRoute } from '@/app/_server/handler';
import { metricsText } from '@/app/_server/metrics';

export const dynamic = 'force-dynamic';

/** Counts for Prometheus, for whoever has the token; without one there is no such page. */
export const GET = openRoute(async (request) => {
  const headers = { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' };
  return holdsToken(request) ? new Response(metricsText(), { headers }) : new Response('Not found', { status: 404 });
});

function holdsToken(request: Request): boolean {
  const token = process.env.CONCORD_METRICS_TOKEN ?? '';
  if (token.length < 16) return false;
  const [given, wanted] = [request.headers.get('authorization') ?? '', `Bearer ${token}`].map(hash);
  return timingSafeEqual(given!, wanted!);
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
