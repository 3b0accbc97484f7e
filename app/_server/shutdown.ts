import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';

type Ending = { begun: boolean; ends: Set<() => void> };

declare global {
  var concordEnding: Ending | undefined;
}

/**
 * Calls `end` when the process is asked to stop. The framework finishes the requests that are under way and then exits,
 * so whatever would never finish by itself has to be told. Returns the way to be forgotten again.
 */
export function onShutdown(end: () => void): () => void {
  const ending = (globalThis.concordEnding ??= listen());
  if (ending.begun) end();
  ending.ends.add(end);
  return () => ending.ends.delete(end);
}

/** True from the moment the process is asked to stop: answers then say that their connection ends with them. */
export function isEnding(): boolean {
  return (globalThis.concordEnding ??= listen()).begun;
}

function listen(): Ending {
  const ending: Ending = { begun: false, ends: new Set() };
  let server: Server | undefined;
  subscribe('http.server.request.start', (message) => ({ server } = message as { server: Server }));
  const begin = () => {
    ending.begun = true;
    ending.ends.forEach((end) => end());
    // The server lets go of idle connections once; those that were answered just before become idle after that.
    setInterval(() => server?.closeIdleConnections(), 250).unref();
  };
  process.once('SIGTERM', begin);
  process.once('SIGINT', begin);
  return ending;
}
