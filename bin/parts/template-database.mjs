import { createHash } from 'node:crypto';
import { beside, withClient } from './database.mjs';
import { deploy, migrationsOnDisk } from './migrations.mjs';

const lockKey = 7_266_702;

/**
 * A database with every migration applied and nothing in it, for cloning. Its name is made of the migrations, so a
 * server that is used again keeps the right one. `adminUrl` may be any database of the server. Gives the name.
 */
export async function templateDatabase(adminUrl) {
  const migrations = migrationsOnDisk();
  const name = `concord_template_${createHash('sha256')
    .update(migrations.map(({ checksum }) => checksum).join())
    .digest('hex')
    .slice(0, 16)}`;
  await withClient(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount > 0) return;
    const building = `${name}_building`;
    await client.query(`drop database if exists ${building} with (force)`);
    await client.query(`create database ${building}`);
    await deploy(beside(adminUrl, building), migrations);
    await client.query(`alter database ${building} rename to ${name}`);
  });
  return name;
}
