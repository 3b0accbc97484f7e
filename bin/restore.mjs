import { runCommand } from './parts/fault.mjs';
import { underPinnedNode } from './parts/pinned-node.mjs';

/** npm run restore -- FILE [--replace]: puts a backup into the database, which must hold nobody unless --replace is said. */
await runCommand(async () => {
  if (!(await underPinnedNode(import.meta.url))) return;
  const { restore } = await import('./parts/restore.mjs');
  const { withDatabase } = await import('./parts/on-database.mjs');
  const { oneFile } = await import('./parts/backup-arguments.mjs');
  const { file, replace } = oneFile('restore', process.argv.slice(2));
  const done = await withDatabase((url) => restore(url, file, { replace }));
  if (typeof done === 'number') process.exit(done); // It was asked to stop: what is half done is dropped.
  console.log(`${done.rows} rows of ${done.tables} tables are back as they were at ${done.made}. "npm run doctor" examines them.`);
});
