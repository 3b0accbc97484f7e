import 'server-only';

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
  const begin = () => {
    ending.begun = true;
    ending.ends.forEach((end) => end());
  };
  process.once('SIGTERM', begin);
  process.once('SIGINT', begin);
  return ending;
}
