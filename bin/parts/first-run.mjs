import { randomBytes } from 'node:crypto';
import { withClient } from './database.mjs';
import { Fault } from './fault.mjs';
import { say } from './progress.mjs';
import { runTool } from './run-tool.mjs';

/**
 * What an empty database needs before anybody can sign in: the demo study, or, with CONCORD_DEMO=0, a one-time code
 * for making the first account, given back as `setupCode`. The code is new at every start until it has been used.
 */
export async function firstRun(url, environment) {
  if (!(await isEmpty(url))) return {};
  if (process.env.CONCORD_DEMO !== '0') {
    say('Making the demo study');
    await runScript('prisma/seed.ts', environment);
    return {};
  }
  const setupCode = process.env.CONCORD_SETUP_CODE || randomBytes(20).toString('base64url');
  if (setupCode.length < 20)
    throw new Fault('CONCORD_SETUP_CODE is shorter than 20 letters. Leave it unset to have one made.');
  await runScript('prisma/setup-code.ts', { ...environment, CONCORD_SETUP_CODE: setupCode });
  return { setupCode };
}

/** Runs a TypeScript file of the project as the server would load it. */
export function runScript(file, environment) {
  return runTool('tsx', ['--conditions=react-server', file], environment);
}

async function isEmpty(url) {
  return withClient(url, async (client) => {
    const people = await client.query('select 1 from "user" limit 1');
    const setUp = await client.query('select 1 from server where set_up_at is not null');
    return people.rowCount === 0 && setUp.rowCount === 0;
  });
}
