/**
 * Calls back once when the process that runs this command as its own part is gone: npm's shell does not pass signals
 * on, and a killed one cannot. A command that somebody has put into the background by hand is left alone.
 */
export function whenOrphaned(callback) {
  const { npm_lifecycle_event: underNpm, CONCORD_STARTED_AT: underOtherNode } = process.env;
  if (!underNpm && !underOtherNode) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, 250);
  timer.unref();
}
