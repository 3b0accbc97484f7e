import { runCommand } from './parts/fault.mjs';
import { underPinnedNode } from './parts/pinned-node.mjs';

/** npm run doctor: compares every project's rows with its log, its quotes with its texts; exit code 1 if something is off. */
await runCommand(async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  const { runOnDatabase } = await import('./parts/on-database.mjs');
  process.exitCode = await runOnDatabase('bin/doctor/main.ts');
});
