import { randomUUID } from 'node:crypto';
import { beside, withClient } from '@/bin/parts/database.mjs';
import { deploy } from '@/bin/parts/migrations.mjs';
import { durable, temporaryPostgres } from '@/bin/parts/postgres-temporary.mjs';

export type Scratch = { url: string; drop: () => Promise<void> };

/** A migrated database of the benchmark's own: on the server of DATABASE_URL if that is set, else on a throw-away one. */
export async function scratchDatabase(): Promise<Scratch> {
  const given = process.env.DATABASE_URL;
  const server = given ? null : await temporaryPostgres(durable);
  const admin = given ?? server!.url('postgres');
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await withClient(admin, (client) => client.query(`create database ${name}`));
  const url = beside(admin, name);
  await deploy(url);
  const drop = async () => {
    await withClient(admin, (client) => client.query(`drop database ${name} with (force)`));
    await server?.stop();
  };
  return { url, drop };
}
