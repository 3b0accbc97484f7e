import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { startApp } from './app.mjs';
import { beside, withClient } from './database.mjs';
import { seed } from './first-run.mjs';
import { freePort } from './free-port.mjs';
import { tryTool } from './run-tool.mjs';
import { templateDatabase } from './template-database.mjs';
import { countPlaywright } from './test-counts.mjs';
import { counted } from './test-stages.mjs';

/** The journeys, in a real browser, against the production build with the demo study in a database of its own. */
export async function browserStage({ folder, filters, server }, browser) {
  const port = await freePort();
  const environment = {
    DATABASE_URL: await demoDatabase(server.url('postgres')),
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    CONCORD_CURSOR_KEY: randomBytes(32).toString('base64url'),
  };
  await seed(environment);
  const app = await startApp({ host: '127.0.0.1', port, environment });
  const report = join(folder, 'browser.json');
  const { code, output } = await tryTool('playwright', ['test', ...filters], {
    ...environment,
    ...browser,
    CONCORD_BROWSER_REPORT: report,
    // The journeys build their studies with the stores, which open only under this condition.
    NODE_OPTIONS: '--conditions=react-server',
  });
  await app.stop();
  return { ...counted(report, countPlaywright, code), output };
}

async function demoDatabase(adminUrl) {
  const template = await templateDatabase(adminUrl);
  await withClient(adminUrl, (client) => client.query(`create database concord_browser template ${template}`));
  return beside(adminUrl, 'concord_browser');
}
