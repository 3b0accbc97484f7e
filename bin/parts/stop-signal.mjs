import { killKept } from './keep.mjs';
import { whenOrphaned } from './orphaned.mjs';

/**
 * A promise that settles when somebody asks this command to stop: Ctrl+C, SIGTERM, a closed terminal, the end of the
 * npm that runs it. A second request does not wait for anything any more.
 */
export function stopSignal() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => asked(signal, resolve));
    whenOrphaned(() => asked('SIGTERM', resolve));
  });
}

let first = 0;

// npm passes Ctrl+C on although the terminal has already sent it: what follows within half a second is the same press.
function asked(signal, resolve) {
  if (first > 0 && Date.now() - first > 500) {
    killKept();
    process.exit(130);
  }
  first ||= Date.now();
  resolve(signal);
}
