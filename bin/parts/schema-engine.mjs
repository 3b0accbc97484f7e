import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { beside, withClient } from './database.mjs';
import { migrationsOnDisk } from './migrations.mjs';
import { inRoot } from './root.mjs';

/**
 * The SQL that leads from the migrations of this checkout to its schema, or '' when they agree. Prisma's schema
 * engine, as WebAssembly, replays the migrations in a database beside `url` that lives only for that long: the
 * engine empties whatever it is given, so it never sees the real one.
 */
export async function schemaDiff(url) {
  const shadow = `concord_shadow_${randomUUID().replaceAll('-', '')}`;
  await withClient(url, (client) => client.query(`create database ${shadow}`));
  try {
    return await diffIn(beside(url, shadow));
  } finally {
    await withClient(url, (client) => client.query(`drop database ${shadow} with (force)`));
  }
}

async function diffIn(url) {
  const SchemaEngine = await loadEngine();
  const schema = { path: 'schema.prisma', content: readFileSync(inRoot('prisma', 'schema.prisma'), 'utf8') };
  const adapter = bindMigrationAwareSqlAdapterFactory(mendedFactory(new PrismaPg(url)));
  const engine = await SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, () => {}, adapter);
  try {
    const { stdout, exitCode } = await engine.diff({
      from: { tag: 'migrations', ...migrationList() },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: true,
      shadowDatabaseUrl: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? '' : (stdout ?? '');
  } finally {
    engine.free();
  }
}

function migrationList() {
  const baseDir = inRoot('prisma', 'migrations');
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationsOnDisk().map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  };
}

// Two faults of the adapter (7.10.0) stand between the engine and our migrations. It cuts a script at every semicolon,
// also inside the body of a function: scripts go to the server whole. And it cannot name the one-letter type "char"
// of Postgres' own catalogue, which the engine expects. It does know arrays of it, and the engine asks for none: so
// that type travels through the adapter as an array's and gets its own name back behind it.
const charType = 18;
const charArrayType = 1002;

function mendedFactory(factory) {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => mended(await factory.connect()),
    connectToShadowDb: async () => mended(await factory.connect()),
  };
}

function mended(adapter) {
  const pool = adapter.underlyingDriver();
  const [query, queryRaw] = [pool.query.bind(pool), adapter.queryRaw.bind(adapter)];
  pool.query = async (...args) => {
    const result = await query(...args);
    for (const field of result.fields ?? []) if (field.dataTypeID === charType) field.dataTypeID = charArrayType;
    return result;
  };
  adapter.executeScript = async (script) => void (await query(script));
  adapter.queryRaw = async (statement) => {
    const result = await queryRaw(statement);
    return {
      ...result,
      columnTypes: result.columnTypes.map((type) =>
        type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
      ),
    };
  };
  return adapter;
}

// The package is written for bundlers, which load WebAssembly by import; here the module is put together by hand.
async function loadEngine() {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const wasm = readdirSync(folder).find((name) => name.endsWith('.wasm'));
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = await WebAssembly.instantiate(readFileSync(join(folder, wasm)), { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(module.instance.exports);
  module.instance.exports.__wbindgen_start();
  return bindings.SchemaEngine;
}
