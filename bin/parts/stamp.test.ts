import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { fingerprint, isStamped, stamp } from './stamp.mjs';

function folderWith(text: string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'inner'));
  writeFileSync(join(folder, 'inner', 'a.ts'), text);
  return folder;
}

it('stays the same while nothing changes, and changes with a letter or a name', () => {
  const folder = folderWith('one');
  const before = fingerprint([folder]);
  expect(fingerprint([folder])).toBe(before);
  writeFileSync(join(folder, 'inner', 'a.ts'), 'two');
  const after = fingerprint([folder]);
  expect(after).not.toBe(before);
  renameSync(join(folder, 'inner', 'a.ts'), join(folder, 'inner', 'b.ts'));
  expect(fingerprint([folder])).not.toBe(after);
});

it('does not count what is left out, nor stumble over what is not there', () => {
  const folder = folderWith('one');
  const before = fingerprint([folder], (path) => path.endsWith('.test.ts'));
  writeFileSync(join(folder, 'inner', 'a.test.ts'), 'new');
  expect(fingerprint([folder, join(folder, 'missing')], (path) => path.endsWith('.test.ts'))).toBe(before);
});

it('vouches only for the very work it was written for', () => {
  const file = join(folderWith('one'), 'later', 'stamp');
  expect(isStamped(file, 'a')).toBe(false);
  stamp(file, 'a');
  expect([isStamped(file, 'a'), isStamped(file, 'b')]).toEqual([true, false]);
});
