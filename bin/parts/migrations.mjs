import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from './database.mjs';
import { Fault } from './fault.mjs';
import { inRoot } from './root.mjs';

// Any fixed number does; it only must not be the one that Prisma's own command takes for the same purpose.
const lockKey = 7_266_701;

/** Prisma's own table of what was applied. */
export const ledger = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

/** The migrations of this checkout, oldest first, as {name, script, checksum}. */
export function migrationsOnDisk(folder = inRoot('prisma', 'migrations')) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const script = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
    });
}

/**
 * Applies what is missing and gives the names of what was applied. Each migration is one transaction together with
 * its line in Prisma's own ledger, so a kill at any moment leaves it applied or not, never half; an advisory lock
 * lets one of several starting processes do the work while the others wait.
 */
export async function deploy(url, migrations = migrationsOnDisk()) {
  return withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query(ledger);
    const { rows } = await client.query('select * from _prisma_migrations where rolled_back_at is null');
    const missing = pending(rows, migrations);
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  });
}

/** Which migrations a database with these ledger rows lacks; refuses a history that this checkout cannot continue. */
export function pending(rows, migrations) {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) refuseUnlessKnown(row, known.get(row.migration_name));
  const applied = new Set(rows.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

function refuseUnlessKnown({ migration_name: name, checksum, finished_at: finishedAt }, migration) {
  if (!migration) {
    throw new Fault(
      `The database was made by a newer Concord: it has the migration ${name}, which this version does not know. Start that version.`,
    );
  }
  if (!finishedAt) {
    throw new Fault(
      `Another tool left the migration ${name} unfinished. Settle it with "npx prisma migrate resolve", then start again.`,
    );
  }
  if (checksum !== migration.checksum) {
    throw new Fault(
      `The migration ${name} was edited after it was applied to this database. Undo the edit, or begin with an empty database.`,
    );
  }
}

async function apply(client, { name, script, checksum }) {
  try {
    await client.query('begin');
    await client.query(script);
    await record(client, { name, checksum });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new Fault(`The migration ${name} failed and was taken back whole: ${error.message}`);
  }
}

/** Notes in the ledger that a migration is applied. */
export async function record(client, { name, checksum }) {
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  );
}
