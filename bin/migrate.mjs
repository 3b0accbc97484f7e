import { runCommand } from './parts/fault.mjs';
import { underPinnedNode } from './parts/pinned-node.mjs';

/** node bin/migrate.mjs new NAME [--empty] | deploy | check */
await runCommand(async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  const { migrate } = await import('./parts/migrate.mjs');
  await migrate(process.argv.slice(2));
});
