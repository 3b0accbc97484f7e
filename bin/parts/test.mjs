import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserStage } from './browser-stage.mjs';
import { findBrowser } from './browser.mjs';
import { buildIfStale } from './build.mjs';
import { Fault } from './fault.mjs';
import { generateIfStale } from './generate.mjs';
import { stopKept } from './keep.mjs';
import { temporaryPostgres } from './postgres-temporary.mjs';
import { say } from './progress.mjs';
import { stopSignal } from './stop-signal.mjs';
import { readArguments } from './test-arguments.mjs';
import { lastLine } from './test-counts.mjs';
import { lintStage, typesStage, vitestStage } from './test-stages.mjs';

/** The whole of `npm test`: set-up, stages, sum. The sum is the last line, and the exit code agrees with it. */
export async function test(args) {
  const kept = process.env.CONCORD_REPORTS; // a folder in which the reports stay, to see what takes long
  if (kept) mkdirSync(kept, { recursive: true });
  const run = {
    ...readArguments(args),
    results: [],
    folder: kept ?? mkdtempSync(join(tmpdir(), 'concord-results-')),
    over: false,
  };
  const asked = stopSignal().then(() =>
    report(run, 'stopped', { passed: 0, failed: 1, output: 'The run was cut short.' }),
  );
  try {
    await Promise.race([counting(run, 'set-up', () => runStages(run)), asked]);
  } finally {
    run.over = true;
    await stopKept();
    await run.server?.stop();
    if (!kept) rmSync(run.folder, { recursive: true, force: true });
  }
  process.exitCode = run.results.some(({ failed }) => failed > 0) ? 1 : 0;
  console.log(`\n${lastLine(run.results)}`);
}

// Two lanes for two cores; the journeys, which a starved machine would slow down beyond their patience, run alone.
async function runStages(run) {
  await generateIfStale();
  const { stages } = run;
  const browser = stages.has('browser') ? findBrowser() : null;
  browser?.catch(() => {}); // It is awaited further down; until then its failure is nobody's surprise.
  if (stages.has('store') || stages.has('browser')) run.server = await temporaryPostgres();
  const [isBuilt] = await Promise.all([firstLane(run), secondLane(run)]);
  if (isBuilt) await stage(run, 'browser', async () => browserStage(run, await browser));
}

async function firstLane(run) {
  await stage(run, 'lint', lintStage);
  await stage(run, 'types', typesStage);
  return run.stages.has('browser') && counting(run, 'build', buildIfStale);
}

async function secondLane(run) {
  await stage(run, 'unit', () => vitestStage('unit', run));
  await stage(run, 'store', () => vitestStage('store', run));
}

async function stage(run, name, work) {
  if (run.stages.has(name)) await counting(run, name, work);
}

// Does a piece of work and reports its counts, if it has any; what it throws counts as a failure. Says if all is well.
async function counting(run, name, work) {
  if (run.over) return false;
  try {
    const result = (await work()) ?? { passed: 0, failed: 0 };
    if (result.passed + result.failed > 0) report(run, name, result);
    return result.failed === 0;
  } catch (error) {
    report(run, name, { passed: 0, failed: 1, output: error instanceof Fault ? error.message : error.stack });
    return false;
  }
}

function report(run, name, { passed, failed, output }) {
  if (run.over) return;
  run.results.push({ passed, failed });
  say(`${name}: ${lastLine([{ passed, failed }])}`);
  if (failed > 0) console.log(`\n${output.trim()}\n`);
}
