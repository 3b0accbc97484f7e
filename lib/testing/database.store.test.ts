import { expect, it } from 'vitest';
import { withClient } from '@/bin/parts/database.mjs';
import { deploy, migrationsOnDisk } from '@/bin/parts/migrations.mjs';
import { schemaDiff } from '@/bin/parts/schema-engine.mjs';
import { freshDatabase } from './database';

it('clones a database per caller, so that what one writes the other never sees', async () => {
  const [mine, yours] = await Promise.all([freshDatabase(), freshDatabase()]);
  await withClient(mine.url, (client) => client.query('create table note (line text)'));
  const found = await withClient(yours.url, (client) => client.query("select to_regclass('note') as note"));
  expect(found.rows).toEqual([{ note: null }]);
  await Promise.all([mine.drop(), yours.drop()]);
});

it('starts with every migration applied, so deploying again applies nothing', async () => {
  const { url, drop } = await freshDatabase();
  expect(await deploy(url)).toEqual([]);
  await drop();
});

it('keeps migrations and schema in step: nothing is left to migrate', async () => {
  const { url, drop } = await freshDatabase();
  expect(await schemaDiff(url)).toBe('');
  await drop();
});

it('takes a migration back whole when one of its statements fails', async () => {
  const { url, drop } = await freshDatabase();
  const broken = { name: '99990101000000_broken', checksum: 'x', script: 'create table half (a int); select 1 / 0;' };
  await expect(deploy(url, [...migrationsOnDisk(), broken])).rejects.toThrow('taken back whole');
  const found = await withClient(url, (client) => client.query("select to_regclass('half') as half"));
  expect(found.rows).toEqual([{ half: null }]);
  await drop();
});

it('applies each migration once when several processes start at the same moment', async () => {
  const { url, drop } = await freshDatabase();
  const next = { name: '99990101000000_next', checksum: 'y', script: 'create table next (a int);' };
  const runs = await Promise.all([1, 2, 3, 4].map(() => deploy(url, [...migrationsOnDisk(), next])));
  expect(runs.flat()).toEqual([next.name]);
  await drop();
});
