import { rmSync } from 'node:fs';
import { withLockFile } from './lock-file.mjs';
import { runTool } from './run-tool.mjs';
import { inRoot, inState } from './root.mjs';
import { say } from './progress.mjs';
import { fingerprint, isStamped, stamp } from './stamp.mjs';

/** Writes the Prisma client anew when the schema or the version of Prisma has changed. */
export async function generateIfStale() {
  await withLockFile(inState('generate.lock'), generate);
}

async function generate() {
  const file = inRoot('lib', 'generated', 'stamp');
  const wanted = fingerprint([
    inRoot('prisma', 'schema.prisma'),
    inRoot('prisma.config.ts'),
    inRoot('node_modules', 'prisma', 'package.json'),
  ]);
  if (isStamped(file, wanted)) return;
  say('Writing the database client (prisma generate)');
  rmSync(file, { force: true });
  await runTool('prisma', ['generate'], {
    // The command line asks for an executable that only other commands use and that a closed network cannot download.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  });
  stamp(file, wanted);
}
