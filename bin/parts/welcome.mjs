import { withClient } from './database.mjs';
import { demoDomain, demoPassword } from './demo.mjs';
import { elapsed } from './progress.mjs';

/** Says where Concord is and how to get in. */
export async function welcome({ publicUrl, open, host }, databaseUrl, setupCode) {
  const people = await demoPeople(databaseUrl);
  const lines = [`Concord is ready after ${elapsed()}:  ${publicUrl}`];
  if (setupCode)
    lines.push(`Make the first account at ${publicUrl}/set-up with this code, good for one use:  ${setupCode}`);
  if (people.length > 0)
    lines.push(`Demo sign-ins, password ${demoPassword}:`, ...people.map(({ name, email }) => `  ${email}  (${name})`));
  if (people.length > 0 && open)
    lines.push(
      'Everybody who reaches this machine can sign in to the demo. An empty database started with CONCORD_DEMO=0 has none.',
    );
  if (open && !process.env.NEXTAUTH_URL)
    lines.push(
      `It listens on ${host}, yet sign-in works only at the address above: set NEXTAUTH_URL to the one that people type.`,
    );
  console.log(`\n${[...lines, 'Ctrl+C stops it.'].join('\n')}\n`);
}

async function demoPeople(url) {
  const query = 'select name, email from "user" where email like $1 order by created_at, email limit 9';
  const { rows } = await withClient(url, (client) => client.query(query, [`%@${demoDomain}`]));
  return rows;
}
