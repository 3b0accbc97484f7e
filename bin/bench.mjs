import { runCommand } from './parts/fault.mjs';
import { underPinnedNode } from './parts/pinned-node.mjs';

/** npm run bench -- NAME: runs bench/NAME.ts; without a name, lists what there is. */
await runCommand(async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  const { bench } = await import('./parts/bench.mjs');
  await bench(process.argv.slice(2));
});
