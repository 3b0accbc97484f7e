import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './install.mjs';
import { whenOrphaned } from './orphaned.mjs';
import { startedAt } from './progress.mjs';
import { inRoot } from './root.mjs';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Lets a command begin on any Node with nothing installed: installs what is missing, and where another Node than the
 * pinned one runs, runs the command again under that one. True means: go on here; false: it was done elsewhere.
 */
export async function underPinnedNode(commandUrl) {
  installIfNeeded();
  if (process.version === `v${pinnedVersion()}`) return true;
  process.exitCode = await runPinned([fileURLToPath(commandUrl), ...process.argv.slice(2)]);
  return false;
}

function pinnedVersion() {
  return JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).dependencies.node;
}

// Ctrl+C reaches the child by itself, being of the same terminal; a second one from here would mean "at once".
function runPinned(args) {
  const child = spawn(inRoot('node_modules', '.bin', 'node'), args, {
    stdio: 'inherit',
    env: { ...process.env, CONCORD_STARTED_AT: String(startedAt) },
  });
  for (const signal of forwarded)
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? null : child.kill(signal)));
  whenOrphaned(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
