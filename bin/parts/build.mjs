import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, sep } from 'node:path';
import { withLockFile } from './lock-file.mjs';
import { say } from './progress.mjs';
import { runTool } from './run-tool.mjs';
import { inRoot, inState, root } from './root.mjs';
import { fingerprint, isStamped, stamp } from './stamp.mjs';

const folders = ['app', 'components', 'lib', 'public', 'samples'];
const notBuilt = ['playwright.config.ts', 'vitest.config.ts', 'next-env.d.ts', 'prisma.config.ts', 'eslint.config.mjs'];

/** Builds the application when anything that goes into it has changed since the last build. */
export async function buildIfStale() {
  await withLockFile(inState('build.lock'), build);
}

async function build() {
  const file = inRoot('.next', 'concord-build');
  const wanted = buildFingerprint();
  if (isStamped(file, wanted) && existsSync(inRoot('.next', 'BUILD_ID'))) return;
  say('Building the application (about half a minute, only when it has changed)');
  rmSync(file, { force: true });
  await runTool('next', ['build'], { NODE_ENV: 'production' });
  stamp(file, wanted);
}

function buildFingerprint() {
  const files = readdirSync(root).filter((name) => /\.(ts|mjs|json)$/.test(name) && !notBuilt.includes(name));
  const paths = [...files, ...folders].map((name) => inRoot(name));
  return `${process.version} ${fingerprint(paths, isTest)}`;
}

function isTest(path) {
  return /\.test\.tsx?$/.test(basename(path)) || path.includes(`${sep}lib${sep}testing`);
}
