import { mkdirSync, writeFileSync } from 'node:fs';
import { Fault } from './fault.mjs';
import { inRoot } from './root.mjs';
import { schemaDiff } from './schema-engine.mjs';

/** Writes the migration that brings the database to the schema; gives its path, or null when there is nothing to do. */
export async function newMigration(url, name, { empty = false } = {}) {
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
    throw new Fault('Name the migration in small letters, digits and underscores: node bin/migrate.mjs new add_rounds');
  }
  const script = await schemaDiff(url);
  if (script === '' && !empty) return null;
  const folder = inRoot('prisma', 'migrations', `${timestamp(new Date())}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/migration.sql`, script);
  return `${folder}/migration.sql`;
}

/** A moment as Prisma names its migrations: 20261123231500, in UTC. */
export function timestamp(moment) {
  return moment.toISOString().replace(/\D/g, '').slice(0, 14);
}
