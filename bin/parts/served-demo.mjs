import { randomBytes } from 'node:crypto';
import { startApp } from './app.mjs';
import { beside, withClient } from './database.mjs';
import { seed } from './first-run.mjs';
import { freePort } from './free-port.mjs';
import { templateDatabase } from './template-database.mjs';

/**
 * The production build, served on a free port with the demo study in a database of its own on `server`. Gives
 * {environment, stop}: the environment says where it is and how its sessions are signed.
 */
export async function servedDemo(server) {
  const port = await freePort();
  const environment = {
    DATABASE_URL: await emptyDatabase(server.url('postgres'), 'concord_demo'),
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    CONCORD_CURSOR_KEY: randomBytes(32).toString('base64url'),
  };
  await seed(environment);
  const app = await startApp({ host: '127.0.0.1', port, environment });
  return { environment, stop: app.stop };
}

async function emptyDatabase(adminUrl, name) {
  const template = await templateDatabase(adminUrl);
  await withClient(adminUrl, (client) => client.query(`create database ${name} template ${template}`));
  return beside(adminUrl, name);
}
