import { Fault } from './parts/fault.mjs';
import { underPinnedNode } from './parts/pinned-node.mjs';
import { lastLine } from './parts/test-counts.mjs';

/** npm test [-- --only=lint,types,unit,store,browser] [-- FILTER]: sets everything up, runs everything, sums up. */
try {
  if (await underPinnedNode(import.meta.url)) {
    const { test } = await import('./parts/test.mjs');
    await test(process.argv.slice(2));
  }
} catch (error) {
  console.error(error instanceof Fault ? error.message : error);
  console.log(lastLine([{ passed: 0, failed: 1 }]));
  process.exitCode = 1;
}
