import { openDatabase } from './database.mjs';
import { readEnvironmentFile } from './environment.mjs';
import { generateIfStale } from './generate.mjs';
import { keep, stopKept } from './keep.mjs';
import { deploy } from './migrations.mjs';
import { inRoot, root } from './root.mjs';
import { toolEnvironment } from './run-tool.mjs';
import { secrets } from './secrets.mjs';
import { stopSignal } from './stop-signal.mjs';

/**
 * Runs `work(url)` with the address of Concord's database, which is started for it if it is the embedded one and does
 * not run. Whatever was started is stopped again.
 */
export async function withDatabase(work) {
  readEnvironmentFile();
  const asked = stopSignal().then(() => 130);
  const database = await openDatabase(secrets());
  try {
    return await Promise.race([work(database.url), asked]);
  } finally {
    await stopKept();
  }
}

/** Runs a TypeScript file of ours, with these words on its command line, on Concord's database, brought up to date, and gives its exit code. */
export function runOnDatabase(file, words = []) {
  return withDatabase(async (url) => {
    await deploy(url);
    await generateIfStale();
    const command = [inRoot('node_modules', '.bin', 'tsx'), '--conditions=react-server', inRoot(file), ...words];
    return keep(command, { cwd: root, env: toolEnvironment({ DATABASE_URL: url }), stdio: 'inherit' }).exited;
  });
}
