import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * A guard around a child process. The child lives in a process group of its own, so Ctrl+C in the terminal reaches
 * only us; and it lives no longer than we do: when our end of the guard's standard input closes, be it by `stop()`,
 * by exit or by kill -9, the guard passes the stop signal on, and after a while kills the group.
 */
const guard = `
signal=$1; patience=$2; shift 2
exec 3<&0
"$@" </dev/null 3<&- & child=$!
(cat <&3 >/dev/null; kill -s "$signal" "$child"; sleep "$patience"; kill -s KILL -- -$$) 2>/dev/null & watch=$!
exec 3<&-
wait "$child"; code=$?
kill "$watch" 2>/dev/null
exit "$code"`;

const kept = new Set();

/**
 * Starts a command under the guard. `signal` is how the command likes to be told to stop, `patience` how many
 * seconds it has for that before it is killed; the rest are options of spawn. The result has `child` (the
 * guard), `exited` (a promise of its exit code), `stop()`, and `kill()`: at once, as a crash would.
 * @param {string[]} command
 * @param {{ signal?: string, patience?: number, stdio?: 'pipe' | 'inherit' | number, cwd?: string,
 *   env?: NodeJS.ProcessEnv, uid?: number, gid?: number }} settings
 */
export function keep(command, settings = {}) {
  const { signal = 'TERM', patience = 5, stdio = 'pipe', ...options } = settings;
  /** @type {import('node:child_process').ChildProcess} */
  const child = spawn('/bin/sh', ['-c', guard, 'guard', signal, String(patience), ...command], {
    detached: true,
    stdio: ['pipe', stdio, stdio],
    ...options,
  });
  child.stdin.on('error', () => {});
  const exited = once(child, 'exit').then(([code]) => code ?? 1);
  const handle = { child, exited, stop: () => stop(handle), kill: () => killGroup(child.pid) };
  kept.add(handle);
  exited.finally(() => {
    kept.delete(handle);
    child.stdin.destroy();
    killGroup(child.pid);
  });
  return handle;
}

/** Stops whatever is still kept, the youngest first: a server before the database that it uses. */
export async function stopKept() {
  for (const handle of [...kept].reverse()) await handle.stop();
}

/** Kills whatever is still kept, at once. */
export function killKept() {
  for (const handle of kept) killGroup(handle.child.pid);
}

function stop(handle) {
  handle.child.stdin.destroy();
  return handle.exited;
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in the group.
  }
}
