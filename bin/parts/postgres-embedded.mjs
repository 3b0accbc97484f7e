import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';
import { openFolder } from './open-folder.mjs';
import { answers, clusterUrl, startCluster } from './postgres-cluster.mjs';
import { noteHost, runningOn, stopOrphan } from './postgres-left-over.mjs';
import { canWalk, postgresIdentity } from './postgres-user.mjs';
import { inState, root } from './root.mjs';
import { say } from './progress.mjs';

/**
 * The embedded Postgres of this checkout, started if it does not run yet. Another command of the same checkout may
 * run it already: then it is shared, and stays with the one that started it. Gives {url(database), stop, exited}.
 */
export async function embeddedPostgres(password) {
  const identity = postgresIdentity();
  const folder = join(dataParent(identity), 'postgres');
  const running = runningOn(folder);
  if (running?.host && (await answers(clusterUrl({ port: running.port, password }, 'postgres')))) {
    return handle({ port: running.port, password }, { stop: () => {}, exited: new Promise(() => {}) });
  }
  if (running) await stopOrphan(running);
  const cluster = {
    folder,
    port: await rememberedPort(),
    password,
    identity,
    log: inState('postgres.log'),
    settings: { log_checkpoints: 'off' },
  };
  const server = await startCluster(cluster);
  noteHost(folder);
  return handle(cluster, server);
}

function handle(cluster, { stop, exited }) {
  return { url: (database) => clusterUrl(cluster, database), stop, exited };
}

function dataParent(identity) {
  const inside = inState('data');
  mkdirSync(inside, { recursive: true, mode: 0o711 });
  if (existsSync(join(inside, 'postgres')) || canWalk(inside, identity)) return inside;
  const outside = openFolder('data', identity);
  say(`Postgres cannot reach ${root} as its own user: the data are kept in ${outside}`);
  return outside;
}

// The port stays the same from start to start, so that a client set up for it (psql, a back-up) goes on working.
async function rememberedPort() {
  const file = inState('postgres.port');
  const port = await freePort(existsSync(file) ? Number(readFileSync(file, 'utf8')) : 54321);
  writeFileSync(file, `${port}\n`);
  return port;
}
