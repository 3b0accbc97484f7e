import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryTool } from './run-tool.mjs';
import { countVitest, orCrashed } from './test-counts.mjs';

/** All of lint is one test. */
export async function lintStage() {
  return single(await tryTool('eslint', ['.', '--max-warnings=0']));
}

/**
 * All types are one test; the routes' types are written first, so that it runs on a fresh clone. What a development
 * server left of its own types is passed over: it may describe routes of another day.
 */
export async function typesStage() {
  const routes = await tryTool('next', ['typegen']);
  return single(routes.code === 0 ? await tryTool('tsc', ['--project', 'tsconfig.check.json']) : routes);
}

/** One of Vitest's projects, on the given server where it needs one. */
export async function vitestStage(project, { folder, filters, server }) {
  const report = join(folder, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const environment = server ? { CONCORD_TEST_PG_URL: server.url('postgres') } : {};
  const { code, output } = await tryTool(
    'vitest',
    ['run', '--project', project, ...reporters, ...sharing, ...workers[project], ...filters],
    environment,
  );
  return { ...counted(report, countVitest, code), output };
}

// Files share a thread and what it has loaded, in half the time; each has its own database (lib/testing/database.ts).
const sharing = ['--pool=threads', '--no-isolate'];

// The stores come last, when the other lane has ended, and have both cores to themselves.
const workers = { unit: [], store: ['--maxWorkers=2'] };

/** Counts by a tool's own report; a tool that left none has crashed. */
export function counted(report, count, code) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  return orCrashed(count(JSON.parse(readFileSync(report, 'utf8'))), code);
}

function single({ code, output }) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}
