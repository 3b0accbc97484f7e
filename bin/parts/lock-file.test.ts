import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { withLockFile } from './lock-file.mjs';

it('lets one after another work, and takes the lock away with it', async () => {
  const file = join(temporaryFolder(), 'lock');
  const log: string[] = [];
  const worker = (name: string) =>
    withLockFile(file, async () => {
      log.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      log.push(`${name} out`);
    });
  await Promise.all([worker('a'), worker('b')]);
  expect(log).toEqual(['a in', 'a out', 'b in', 'b out']);
  expect(existsSync(file)).toBe(false);
});

it('gives the lock back when the work fails', async () => {
  const file = join(temporaryFolder(), 'lock');
  await expect(withLockFile(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLockFile(file, () => Promise.resolve('yes'))).toBe('yes');
});

it('takes over from a process that died with the lock in its hand', async () => {
  const file = join(temporaryFolder(), 'lock');
  const dead = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(file, String(dead.pid));
  expect(await withLockFile(file, () => Promise.resolve('mine'))).toBe('mine');
});
