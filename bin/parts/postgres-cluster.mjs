import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { Fault } from './fault.mjs';
import { keep } from './keep.mjs';
import { postgresBinaries, postgresMajor } from './postgres-binaries.mjs';

export const superuser = 'concord';

/** The address of a database on a cluster of ours. */
export function clusterUrl({ port, password }, database) {
  return `postgresql://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * Starts a Postgres server on a data folder, which is made when it is missing.
 * `cluster` is {folder, port, password, identity, log, settings}; `settings` are server parameters by name.
 * Resolves once the server answers, with {stop, kill, exited}.
 */
export async function startCluster(cluster) {
  const binaries = postgresBinaries(cluster.identity);
  if (existsSync(join(cluster.folder, 'PG_VERSION'))) refuseOtherMajor(cluster.folder);
  else initialise(binaries, cluster);
  const output = openSync(cluster.log, 'a', 0o600);
  const server = keep(command(binaries, cluster), {
    signal: 'INT',
    patience: 20,
    stdio: output,
    cwd: '/',
    ...cluster.identity,
  });
  await answering(server, cluster);
  return { exited: server.exited, stop: server.stop, kill: server.kill };
}

function command(binaries, { folder, port, settings = {} }) {
  const all = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return [join(binaries, 'bin', 'postgres'), '-D', folder, ...flags];
}

function refuseOtherMajor(folder) {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found === postgresMajor()) return;
  throw new Fault(
    `The data in ${folder} belong to Postgres ${found}, this version of Concord brings Postgres ${postgresMajor()}. ` +
      `Start the earlier version once more, save the data with pg_dump, move the folder away, start this version and load them (docs/running.md).`,
  );
}

// A folder without PG_VERSION is one whose initdb was cut short: nothing in it is worth keeping.
function initialise(binaries, { folder, password, identity }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true, mode: 0o711 });
  mkdirSync(folder, { mode: 0o700 });
  const passwordFile = `${folder}.pw`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  for (const path of [folder, passwordFile])
    if (identity.uid !== undefined) chownSync(path, identity.uid, identity.gid);
  const flags = [
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--no-instructions',
  ];
  const result = spawnSync(join(binaries, 'bin', 'initdb'), [...flags, ...localeFlags()], {
    cwd: '/',
    encoding: 'utf8',
    ...identity,
  });
  rmSync(passwordFile, { force: true });
  if (result.status === 0) return;
  rmSync(folder, { recursive: true, force: true });
  throw new Fault(`Postgres could not make its data folder ${folder}:\n${result.error?.message ?? result.stderr}`);
}

/**
 * Order and case come from Postgres itself (the same on every machine, no index to rebuild after an upgrade of the
 * system); only the classes of letters, which pg_trgm asks the system for, need a UTF-8 locale of the system.
 */
function localeFlags() {
  const letters = systemLocales().find((name) => /^(C|en_US)\.utf-?8$/i.test(name)) ?? 'C';
  return [
    '--encoding=UTF8',
    '--locale=C',
    `--lc-ctype=${letters}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
}

function systemLocales() {
  try {
    return execFileSync('locale', ['-a'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n');
  } catch {
    return [];
  }
}

async function answering(server, cluster) {
  let code = null;
  server.exited.then((value) => (code = value));
  for (let tries = 0; code === null && tries < 1200; tries++) {
    if (await answers(clusterUrl(cluster, 'postgres'))) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await server.stop();
  throw new Fault(`Postgres did not start. Its log, ${cluster.log}, ends:\n${lastLines(cluster.log)}`);
}

/** Whether a database takes our password and answers a query; a wrong password is a fault, silence is not. */
export async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch (error) {
    if (error.code !== '28P01') return false;
    throw new Fault(
      'Postgres refuses the password kept in .concord/secrets.json. Put back the file that belongs to these data.',
    );
  } finally {
    await client.end().catch(() => {});
  }
}

function lastLines(file) {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n');
}
