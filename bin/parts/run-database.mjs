import { openDatabase } from './database.mjs';
import { readEnvironmentFile } from './environment.mjs';
import { Fault } from './fault.mjs';
import { deploy } from './migrations.mjs';
import { say } from './progress.mjs';
import { secrets } from './secrets.mjs';
import { stopSignal } from './stop-signal.mjs';

/** Runs the embedded Postgres with all migrations applied, prints its address and waits to be stopped. */
export async function runDatabase() {
  readEnvironmentFile();
  const stopped = stopSignal();
  const database = await openDatabase(secrets());
  await deploy(database.url);
  say('Postgres runs until Ctrl+C. Its address:');
  console.log(database.url);
  const ended = await Promise.race([stopped, database.exited.then(() => null)]);
  await database.stop();
  if (ended === null) throw new Fault('Postgres ended by itself; see .concord/postgres.log');
}
