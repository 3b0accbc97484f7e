import { join } from 'node:path';
import { tryTool } from './run-tool.mjs';
import { servedDemo } from './served-demo.mjs';
import { countPlaywright } from './test-counts.mjs';
import { counted } from './test-stages.mjs';

/** The journeys, in a real browser, against the production build with the demo study in a database of its own. */
export async function browserStage({ folder, filters, server }, browser) {
  const demo = await servedDemo(server);
  const report = join(folder, 'browser.json');
  const { code, output } = await tryTool('playwright', ['test', ...filters], {
    ...demo.environment,
    ...browser,
    CONCORD_BROWSER_REPORT: report,
    // The journeys build their studies with the stores, which open only under this condition.
    NODE_OPTIONS: '--conditions=react-server',
  });
  await demo.stop();
  return { ...counted(report, countPlaywright, code), output };
}
