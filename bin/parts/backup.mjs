import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { to as copyTo } from 'pg-copy-streams';
import { copied, tablesInOrder } from './backup-tables.mjs';
import { withClient } from './database.mjs';
import { Fault } from './fault.mjs';

export const format = 'concord backup 1';
/** What ends a table: COPY's text never has it as a line of its own. */
export const endOfTable = '\\.\n';

/**
 * Writes the whole database into one file as it stood at one moment, while people go on working. The file is gzip over
 * lines: the format's name; a head with the migrations; for each table a line of JSON and COPY's text; and at the end
 * the SHA-256 of all tables, so that a damaged or half-written file is known for one. It takes its name only when whole.
 */
export async function backUp(url, file) {
  if (existsSync(file)) throw new Fault(`${file} exists already. Choose another name; a backup never overwrites one.`);
  const partial = `${file}.partial`;
  try {
    const done = await withClient(url, (client) => writeAll(client, partial));
    await toDisk(partial);
    await rename(partial, file);
    return done;
  } catch (error) {
    await rm(partial, { force: true });
    if (['ENOENT', 'EACCES', 'ENOSPC'].includes(error.code)) throw new Fault(`${file} could not be written: ${error.message}`);
    throw error;
  }
}

async function writeAll(client, partial) {
  const out = new Out(partial);
  await client.query('begin isolation level repeatable read read only');
  const { rows: migrations } = await client.query(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null order by migration_name',
  );
  const { rows: clock } = await client.query('select now() as made');
  const tables = await tablesInOrder(client);
  await out.write(`${format}\n`);
  await out.write(`${JSON.stringify({ made: clock[0].made, migrations })}\n`);
  const counts = {};
  for (const table of tables) counts[table.name] = await writeTable(client, table, out);
  await out.write(`${JSON.stringify({ counts, sha256: out.digest() })}\n`);
  await out.end();
  return { tables: tables.length, rows: Object.values(counts).reduce((sum, n) => sum + n, 0) };
}

async function writeTable(client, table, out) {
  await out.sealed(`${JSON.stringify({ table: table.name, columns: table.columns })}\n`);
  const rows = client.query(copyTo(`copy ${copied(client, table)} to stdout`));
  for await (const chunk of rows) await out.sealed(chunk);
  await out.sealed(endOfTable);
  return rows.rowCount;
}

/** A file being written: what is `sealed` counts for the fingerprint. */
class Out {
  hash = createHash('sha256');

  constructor(path) {
    this.gzip = createGzip({ level: 3 });
    this.file = createWriteStream(path, { mode: 0o600 });
    this.failed = once(this.file, 'error').then(([error]) => Promise.reject(error));
    this.failed.catch(() => {});
    this.gzip.pipe(this.file);
  }

  async sealed(bytes) {
    this.hash.update(bytes);
    await this.write(bytes);
  }

  async write(bytes) {
    if (!this.gzip.write(bytes)) await Promise.race([once(this.gzip, 'drain'), this.failed]);
  }

  digest() {
    return this.hash.digest('hex');
  }

  async end() {
    this.gzip.end();
    await finished(this.file);
  }
}

async function toDisk(path) {
  const handle = await open(path, 'r+');
  await handle.sync();
  await handle.close();
}
