import { randomBytes } from 'node:crypto';
import { beside, withClient } from './database.mjs';
import { Fault } from './fault.mjs';
import { withLockFile } from './lock-file.mjs';
import { deploy } from './migrations.mjs';
import { say } from './progress.mjs';
import { inState } from './root.mjs';
import { runTool } from './run-tool.mjs';

const lockKey = 7_266_703;

/**
 * What an empty database needs before anybody can sign in: the demo study, or, with CONCORD_DEMO=0, a one-time code
 * for making the first account, given back as `setupCode`. The code is new at every start until it has been used,
 * unless CONCORD_SETUP_CODE sets it.
 */
export async function firstRun(database, environment) {
  const work = () => prepare(database, environment);
  return database.embedded ? withLockFile(inState('first-run.lock'), work) : withDatabaseLock(database.url, work);
}

// A database of its own may be shared by servers on several machines.
async function withDatabaseLock(url, work) {
  return withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    return work();
  });
}

async function prepare(database, environment) {
  const { people, isSetUp } = await stateOf(database.url);
  if (isSetUp) return {};
  if (people > 0)
    throw new Fault(
      'The demo study was cut short while it was made in this database. Empty the database and start again.',
    );
  const { CONCORD_DEMO, CONCORD_SETUP_CODE } = process.env;
  if (CONCORD_DEMO === '0' || CONCORD_SETUP_CODE)
    return { setupCode: await offerSetUp(environment, CONCORD_SETUP_CODE) };
  say('Making the demo study');
  await (database.embedded ? seedWhole(database.url, environment) : seed(environment));
  return {};
}

/** Fills the database that `environment` names with the demo study. */
export function seed(environment) {
  return runScript({ ...environment, CONCORD_SETUP_CODE: '' });
}

// The study is made in a database beside and takes the empty one's place when it is whole: a start that is cut short
// leaves no half study behind.
async function seedWhole(url, environment) {
  const name = new URL(url).pathname.slice(1);
  const admin = beside(url, 'postgres');
  const building = beside(url, `${name}_building`);
  await withClient(admin, async (client) => {
    await client.query(`drop database if exists ${name}_building with (force)`);
    await client.query(`create database ${name}_building`);
  });
  await deploy(building);
  await seed({ ...environment, DATABASE_URL: building });
  await withClient(admin, async (client) => {
    await client.query(`drop database ${name} with (force)`);
    await client.query(`alter database ${name}_building rename to ${name}`);
  });
}

async function offerSetUp(environment, given) {
  const code = given || randomBytes(20).toString('base64url');
  if (code.length < 20)
    throw new Fault('CONCORD_SETUP_CODE is shorter than 20 letters. Leave it unset to have one made.');
  await runScript({ ...environment, CONCORD_SETUP_CODE: code });
  return code;
}

// As the server would load it: the condition lets files that are marked "server-only" be loaded.
function runScript(environment) {
  return runTool('tsx', ['--conditions=react-server', 'prisma/seed.ts'], environment);
}

async function stateOf(url) {
  return withClient(url, async (client) => {
    const people = await client.query('select 1 from "user" limit 1');
    const setUp = await client.query('select 1 from server where set_up_at is not null');
    return { people: people.rowCount, isSetUp: setUp.rowCount > 0 };
  });
}
