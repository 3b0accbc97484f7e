import { buildIfStale } from './build.mjs';
import { generateIfStale } from './generate.mjs';
import { keep, stopKept } from './keep.mjs';
import { inRoot, root } from './root.mjs';
import { toolEnvironment } from './run-tool.mjs';
import { stopSignal } from './stop-signal.mjs';

/** Builds what is to be tried and runs the trial; gives its exit code. */
export async function soak(args) {
  await generateIfStale();
  await buildIfStale();
  const command = [inRoot('node_modules', '.bin', 'tsx'), '--conditions=react-server', inRoot('bin', 'soak', 'main.ts'), ...args];
  const run = keep(command, { cwd: root, env: toolEnvironment({}), stdio: 'inherit' });
  try {
    return await Promise.race([run.exited, stopSignal().then(() => 130)]);
  } finally {
    await stopKept();
  }
}
