import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { copied, tablesInOrder } from './backup-tables.mjs';
import { readBackup } from './backup-reader.mjs';
import { withClient } from './database.mjs';
import { Fault } from './fault.mjs';
import { deploy, ledger, migrationsOnDisk, pending, record } from './migrations.mjs';

/**
 * Puts a backup into the database at `url`, in one transaction: it is there whole afterwards, or nothing has changed.
 * Refuses a file that is damaged or made by a newer version, a database somebody works on, and one with people in it
 * unless `replace` is said. Migrations that are newer than the backup are applied to it at the end.
 */
export async function restore(url, file, { replace = false } = {}) {
  const { made, migrations, counts } = await readBackup(file);
  pending(migrations, migrationsOnDisk());
  await withClient(url, async (client) => {
    await refuseInUse(client);
    if (!replace) await refusePeople(client);
    await client.query('begin');
    await emptyDatabase(client);
    await applyKnown(client, migrations);
    await fill(client, file, counts);
    await client.query('commit');
  });
  await deploy(url);
  return { made, tables: Object.keys(counts).length, rows: Object.values(counts).reduce((sum, n) => sum + n, 0) };
}

async function refuseInUse(client) {
  const { rowCount } = await client.query(
    `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );
  if (rowCount > 0) throw new Fault('The database is in use. Stop the application (all its processes) and restore again.');
}

async function refusePeople(client) {
  const { rows } = await client.query(`select to_regclass('public."user"') is not null as made`);
  if (!rows[0].made) return;
  const { rows: people } = await client.query('select count(*)::int as n from "user"');
  if (people[0].n === 0) return;
  throw new Fault(
    `This database has ${people[0].n} people in it. To throw it away and put the backup in its place, add --replace (and back it up first).`,
  );
}

async function emptyDatabase(client) {
  await client.query('drop schema public cascade');
  await client.query('create schema public');
}

// The backup's rows fit the tables as they were then: exactly those migrations.
async function applyKnown(client, known) {
  const names = new Set(known.map((row) => row.migration_name));
  await client.query(ledger);
  for (const migration of migrationsOnDisk().filter(({ name }) => names.has(name))) {
    await client.query(migration.script);
    await record(client, migration);
  }
}

async function fill(client, file, counts) {
  const tables = await tablesInOrder(client);
  const names = tables.map(({ name }) => client.escapeIdentifier(name));
  // Some rows come with the migrations; those of the backup take their place.
  await client.query(`truncate ${names.join(', ')} restart identity`);
  await readBackup(file, async ({ table, columns }, rows) => {
    await pipeline(Readable.from(rows), client.query(copyFrom(`copy ${copied(client, { name: table, columns })} from stdin`)));
    const { rows: found } = await client.query(`select count(*)::int as n from ${client.escapeIdentifier(table)}`);
    if (table in counts && found[0].n !== counts[table]) throw new Fault(`${table} has ${found[0].n} rows, not ${counts[table]}.`);
  });
  await advanceSequences(client);
}

// Numbers that the database gives out go on after the highest that is taken.
async function advanceSequences(client) {
  const { rows } = await client.query(`
    select relname, attname, pg_get_serial_sequence(quote_ident(relname), attname) as sequence
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
      and pg_get_serial_sequence(quote_ident(relname), attname) is not null`);
  for (const { relname, attname, sequence } of rows) {
    const [table, column] = [client.escapeIdentifier(relname), client.escapeIdentifier(attname)];
    await client.query(`select setval($1, coalesce((select max(${column}) from ${table}), 0) + 1, false)`, [sequence]);
  }
}
