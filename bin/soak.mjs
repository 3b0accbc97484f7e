import { runCommand } from './parts/fault.mjs';
import { underPinnedNode } from './parts/pinned-node.mjs';

/** npm run soak -- [--minutes 10] [--coders 50] [--pace MS]: people at work while everything beneath them fails. */
await runCommand(async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  const { soak } = await import('./parts/soak.mjs');
  process.exitCode = await soak(process.argv.slice(2));
});
