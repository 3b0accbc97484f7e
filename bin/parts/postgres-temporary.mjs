import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';
import { openTemporaryParent } from './open-folder.mjs';
import { clusterUrl, startCluster } from './postgres-cluster.mjs';
import { postgresIdentity } from './postgres-user.mjs';

/** Nothing here outlives the tests, so nothing is forced to disk: several times faster, worthless after a crash. */
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** Keeps what it acknowledged through a crash, as an installation does: what benchmarks measure. */
export const durable = { max_connections: '200' };

/**
 * A Postgres in a throw-away folder, for tests. Gives {url(database), stop, halt, crash, again}: stopping removes the
 * folder; `halt` ends the server in good order, `crash` by kill -9, and `again` starts it on the same data.
 * @param {Record<string, string>} settings
 */
export async function temporaryPostgres(settings = hasty) {
  const identity = postgresIdentity();
  const parent = mkdtempSync(join(openTemporaryParent(identity), 'concord-test-'));
  chmodSync(parent, 0o711);
  const password = randomBytes(24).toString('base64url');
  const cluster = {
    folder: join(parent, 'data'),
    port: await freePort(),
    password,
    identity,
    log: join(parent, 'log'),
    settings,
  };
  const remove = () => rmSync(parent, { recursive: true, force: true });
  try {
    let server = await startCluster(cluster);
    return {
      url: (database) => clusterUrl(cluster, database),
      stop: () => server.stop().finally(remove),
      halt: () => server.stop(),
      crash: async () => {
        server.kill();
        await server.exited;
        // The dead server may still wait to be collected, and would be taken for one that runs.
        rmSync(join(cluster.folder, 'postmaster.pid'), { force: true });
      },
      again: async () => (server = await startCluster(cluster)),
    };
  } catch (error) {
    remove();
    throw error;
  }
}
