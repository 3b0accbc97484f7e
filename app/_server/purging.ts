import 'server-only';
import { purge } from '@/lib/door/purge/store';
import { report } from './report';
import { onShutdown } from './shutdown';

declare global {
  var concordPurging: NodeJS.Timeout | undefined;
}

const dayMs = 86_400_000;

/** Removes what was deleted long ago, now and once a day. Called once, when the server starts. */
export function purgeDaily(): void {
  if (globalThis.concordPurging) return;
  const run = () =>
    void purge().catch((error: unknown) => report('What was deleted long ago could not be removed', error));
  globalThis.concordPurging = setInterval(run, dayMs).unref();
  onShutdown(() => clearInterval(globalThis.concordPurging));
  run();
}
