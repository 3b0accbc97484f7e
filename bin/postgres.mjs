import { runCommand } from './parts/fault.mjs';
import { underPinnedNode } from './parts/pinned-node.mjs';

/** node bin/postgres.mjs: runs the database alone, for psql, pg_dump or work on the code, until Ctrl+C. */
await runCommand(async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  const { runDatabase } = await import('./parts/run-database.mjs');
  await runDatabase();
});
