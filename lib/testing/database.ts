import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { beside, withClient } from '@/bin/parts/database.mjs';

export type FreshDatabase = { url: string; drop: () => Promise<void> };

/** A database of one's own with every migration applied and no rows; cloned, so it costs milliseconds. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { CONCORD_TEST_PG_URL: adminUrl, CONCORD_TEST_TEMPLATE: template } = process.env;
  if (!adminUrl || !template)
    throw new Error('freshDatabase() works in the test project "store" (lib/testing/postgres.ts).');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(adminUrl, (client) => client.query(`create database ${name} template ${template}`));
  const drop = async () =>
    void (await withClient(adminUrl, (client) => client.query(`drop database ${name} with (force)`)));
  return { url: beside(adminUrl, name), drop };
}

/** Gives a test file a database of its own: DATABASE_URL names it, and db() is connected to it, while the file's tests run. */
export function useFreshDatabase(): void {
  let database: FreshDatabase | null = null;
  beforeAll(async () => {
    database = await freshDatabase();
    process.env.DATABASE_URL = database.url;
  });
  afterAll(async () => {
    await globalThis.concordDb?.client.$disconnect();
    forgetProcess();
    await database?.drop();
  });
}

// Files share a process. What it keeps for its whole life (clients, a listener) would lead into the database before.
function forgetProcess(): void {
  for (const name of Object.keys(globalThis)) if (name.startsWith('concord')) Reflect.deleteProperty(globalThis, name);
}
