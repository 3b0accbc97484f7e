import { runCommand } from './parts/fault.mjs';
import { underPinnedNode } from './parts/pinned-node.mjs';

/** npm start, and with --dev npm run dev: does whatever is still to be done, then serves until Ctrl+C. */
await runCommand(async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  const { serve } = await import('./parts/serve.mjs');
  await serve({ dev: process.argv.includes('--dev') });
});
