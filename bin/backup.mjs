import { runCommand } from './parts/fault.mjs';
import { underPinnedNode } from './parts/pinned-node.mjs';

/** npm run backup -- FILE: the whole database in one file, while people work. */
await runCommand(async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  const { backUp } = await import('./parts/backup.mjs');
  const { withDatabase } = await import('./parts/on-database.mjs');
  const { oneFile } = await import('./parts/backup-arguments.mjs');
  const { file } = oneFile('backup', process.argv.slice(2));
  const done = await withDatabase((url) => backUp(url, file));
  if (typeof done === 'number') process.exit(done); // It was asked to stop: what is half done is dropped.
  console.log(`${file}: ${done.rows} rows of ${done.tables} tables. Keep a copy of .concord/secrets.json with it.`);
});
