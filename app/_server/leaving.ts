import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { Refusal } from '@/lib/errors';

declare global {
  var concordRequests: AsyncLocalStorage<AbortSignal> | undefined;
}

/**
 * Aborts when whoever asked for the page that is being rendered has gone away. Routes are given such a signal; pages are
 * not, and a page that nobody waits for any more would be counted to its end. Null outside of a request.
 */
export function leavingSignal(): AbortSignal | null {
  return globalThis.concordRequests?.getStore() ?? null;
}

/** Has every request of this process carry its signal from its first moment on. Called once, when the server starts. */
export function watchRequests(): void {
  if (globalThis.concordRequests) return;
  const requests = (globalThis.concordRequests = new AsyncLocalStorage<AbortSignal>());
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse };
    const leaving = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) leaving.abort(new Refusal('conflict', 'Nobody waited for this any longer.'));
    });
    requests.enterWith(leaving.signal);
  });
}
