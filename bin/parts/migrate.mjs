import { relative } from 'node:path';
import { openDatabase } from './database.mjs';
import { readEnvironmentFile } from './environment.mjs';
import { Fault } from './fault.mjs';
import { generateIfStale } from './generate.mjs';
import { deploy } from './migrations.mjs';
import { newMigration } from './new-migration.mjs';
import { say } from './progress.mjs';
import { root } from './root.mjs';
import { schemaDiff } from './schema-engine.mjs';
import { secrets } from './secrets.mjs';

const verbs = { new: writeNew, deploy: applyMissing, check: compare };

/** The command behind `node bin/migrate.mjs`. */
export async function migrate([verb, ...rest]) {
  const run = verbs[verb];
  if (!run) throw new Fault('Usage: node bin/migrate.mjs new NAME [--empty] | deploy | check');
  readEnvironmentFile();
  const database = await openDatabase(secrets());
  try {
    await run(database.url, rest);
  } finally {
    await database.stop();
  }
}

async function writeNew(url, [name, flag]) {
  const file = await newMigration(url, name, { empty: flag === '--empty' });
  say(
    file
      ? `Written: ${relative(root, file)}. Read it, add what Prisma cannot say, then: node bin/migrate.mjs deploy`
      : 'The migrations already lead to the schema.',
  );
}

async function applyMissing(url) {
  const applied = await deploy(url);
  say(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'Nothing to apply.');
  await generateIfStale();
}

async function compare(url) {
  const difference = await schemaDiff(url);
  if (difference !== '')
    throw new Fault(`The schema is ahead of the migrations (node bin/migrate.mjs new NAME):\n${difference}`);
  say('The migrations lead to the schema.');
}
