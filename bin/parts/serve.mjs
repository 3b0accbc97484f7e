import { startApp } from './app.mjs';
import { buildIfStale } from './build.mjs';
import { openDatabase } from './database.mjs';
import { readEnvironmentFile } from './environment.mjs';
import { Fault } from './fault.mjs';
import { firstRun } from './first-run.mjs';
import { generateIfStale } from './generate.mjs';
import { stopKept } from './keep.mjs';
import { listenAddress, refuseBusyPort } from './listen-address.mjs';
import { deploy } from './migrations.mjs';
import { say } from './progress.mjs';
import { secrets } from './secrets.mjs';
import { stopSignal } from './stop-signal.mjs';
import { welcome } from './welcome.mjs';

/** Brings Concord up and keeps it up until somebody asks it to stop; whatever was started is stopped again. */
export async function serve({ dev }) {
  const asked = stopSignal();
  try {
    readEnvironmentFile();
    const up = await Promise.race([bringUp(dev), asked.then(() => null)]);
    if (up) await Promise.race([up.ended, asked]);
    say('Stopping');
  } finally {
    await stopKept();
  }
  say('Stopped');
}

// Resolves once Concord serves; `ended` fails when one of its processes ends by itself.
async function bringUp(dev) {
  const address = listenAddress(process.env);
  await refuseBusyPort(address);
  const { CONCORD_POSTGRES_PASSWORD, ...appSecrets } = secrets();
  say(process.env.DATABASE_URL ? 'Connecting to the database that DATABASE_URL names' : 'Starting Postgres');
  const database = await openDatabase({ CONCORD_POSTGRES_PASSWORD });
  const environment = { ...appSecrets, DATABASE_URL: database.url, NEXTAUTH_URL: address.publicUrl };
  await generateIfStale();
  const applied = await deploy(database.url);
  if (applied.length > 0) say(`Database brought up to date (${applied.join(', ')})`);
  const { setupCode } = await firstRun(database, environment);
  if (!dev) await buildIfStale();
  say(dev ? 'Starting the server with hot reload' : 'Starting the server');
  const app = await startApp({ ...address, dev, environment });
  await welcome(address, database.url, setupCode);
  return { ended: Promise.race([app.exited.then(appEnded), database.exited.then(databaseEnded)]) };
}

function appEnded(code) {
  throw new Fault(`The server ended by itself (exit code ${code}).`);
}

function databaseEnded(code) {
  throw new Fault(`Postgres ended by itself (exit code ${code}). Its log: .concord/postgres.log`);
}
