#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `npx concord ...` under whatever Node is about: goes on under the project's own Node, which runs its TypeScript. */
const root = fileURLToPath(new URL('..', import.meta.url));
const pinned = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');

if (!existsSync(tsx)) {
  process.stderr.write(`concord: the packages are not installed; run "npm ci" in ${root}\n`);
  process.exit(1);
}
const node = existsSync(pinned) ? pinned : process.execPath;
const main = join(root, 'bin', 'concord', 'main.ts');
const run = spawnSync(node, [tsx, '--tsconfig', join(root, 'tsconfig.json'), main, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
