import pg from 'pg';
import { Fault } from './fault.mjs';
import { withLockFile } from './lock-file.mjs';
import { embeddedPostgres } from './postgres-embedded.mjs';
import { inState } from './root.mjs';

const name = 'concord';

/**
 * The database that Concord works on: the one DATABASE_URL names, or `concord` on the embedded Postgres.
 * Gives {url, embedded, stop, exited}; `exited` settles when an embedded server that we started ends.
 */
export async function openDatabase({ CONCORD_POSTGRES_PASSWORD }) {
  const given = process.env.DATABASE_URL;
  if (given) return { url: await reachable(given), embedded: false, stop: () => {}, exited: new Promise(() => {}) };
  const { url, stop, exited } = await withLockFile(inState('postgres.lock'), async () => {
    const server = await embeddedPostgres(CONCORD_POSTGRES_PASSWORD);
    await createIfMissing(server.url('postgres'), name);
    return server;
  });
  return { url: url(name), embedded: true, stop, exited };
}

/**
 * Runs `work(client)` on a connection of its own.
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The address of another database on the same server. */
export function beside(url, database) {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** Makes a database unless it is there. */
export async function createIfMissing(adminUrl, database) {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  });
}

async function reachable(url) {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return url;
  } catch (error) {
    throw new Fault(`The database that DATABASE_URL names cannot be used: ${error.message || error.code}`);
  }
}
