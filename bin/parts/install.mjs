import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Fault } from './fault.mjs';
import { say } from './progress.mjs';
import { inRoot, root } from './root.mjs';

/** Installs the packages when node_modules is missing or not what package-lock.json says. */
export function installIfNeeded() {
  const wanted = readLock(inRoot('package-lock.json'));
  const found = readLock(inRoot('node_modules', '.package-lock.json'));
  if (found && isInstalled(wanted, found)) return;
  say('Installing packages (npm ci; about a minute, only when they change)');
  const { command, first } = npm();
  const result = spawnSync(command, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.status !== 0) throw new Fault(`npm ci failed:\n\n${result.error?.message ?? whatNpmSays(result.stderr)}`);
}

/**
 * Whether an installation (npm's own record of it) is what a lockfile asks for: every package there in its version,
 * but for those that are optional, which depend on the machine.
 */
export function isInstalled(wanted, found) {
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    return found[path] ? found[path].version === version : Boolean(optional);
  });
}

// After the cause npm prints the whole list of its options.
function whatNpmSays(text) {
  return text.split(/^npm error Usage:/m)[0].trim();
}

function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

// Under an npm script, the npm that runs it is known by its path.
function npm() {
  const path = process.env.npm_execpath;
  return path?.endsWith('.js') ? { command: process.execPath, first: [path] } : { command: 'npm', first: [] };
}
