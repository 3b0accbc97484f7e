import { temporaryPostgres } from '@/bin/parts/postgres-temporary.mjs';
import { templateDatabase } from '@/bin/parts/template-database.mjs';

/**
 * Set-up of the test project `store`: a template database with all migrations applied, on the server that
 * CONCORD_TEST_PG_URL names or on a throw-away one of its own. `freshDatabase` clones it.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const given = process.env.CONCORD_TEST_PG_URL;
  const server = given ? null : await temporaryPostgres();
  const adminUrl = given ?? server?.url('postgres') ?? '';
  process.env.CONCORD_TEST_PG_URL = adminUrl;
  process.env.CONCORD_TEST_TEMPLATE = await templateDatabase(adminUrl);
  return async () => {
    await server?.stop();
  };
}
