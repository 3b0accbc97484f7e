import { execFileSync, spawnSync } from 'node:child_process';
import { Fault } from './fault.mjs';

/**
 * Postgres refuses to run as root. The identity to run it under, as options for spawn: empty for an ordinary user,
 * uid and gid of the system user `postgres` (made when it is missing) for root.
 */
export function postgresIdentity() {
  if (process.getuid?.() !== 0) return {};
  return lookUp() ?? makeUser();
}

/** Whether that identity can walk into a folder; the folder's parents count too. */
export function canWalk(folder, identity) {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...identity, cwd: '/', stdio: 'ignore' }).status === 0;
}

function lookUp() {
  const ids = ['-u', '-g'].map((flag) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  if (ids.some((result) => result.status !== 0)) return null;
  const [uid, gid] = ids.map((result) => Number(result.stdout));
  return { uid, gid };
}

function makeUser() {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
  } catch (error) {
    throw new Fault(
      `Postgres refuses to run as root and the system user "postgres" could not be made (${error.message.trim()}). ` +
        'Make it, run this as an ordinary user, or set DATABASE_URL to a Postgres of your own.',
    );
  }
  return lookUp();
}
