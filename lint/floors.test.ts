import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The lowest versions that known advisories leave safe; raise a line when a new one is published. */
const floors: Record<string, string> = {
  next: '16.4.6',
  react: '19.2.6',
  'react-dom': '19.2.6',
  'next-auth': '4.24.15',
  '@tiptap/pm': '3.31.2',
  'prosemirror-view': '1.42.3',
};

type Lock = { packages: Record<string, { version?: string; resolved?: string }> };

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

function atLeast(version: string, floor: string): boolean {
  const [have, want] = [version, floor].map((text) => text.split('.').map(Number));
  for (const [i, number] of want!.entries()) if (have![i] !== number) return have![i]! > number;
  return true;
}

it.each(Object.entries(floors))('%s is locked at %s or later, in every copy', (name, floor) => {
  const copies = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
  expect(copies.length).toBeGreaterThan(0);
  for (const [, { version }] of copies) expect(atLeast(version!, floor), `${version} >= ${floor}`).toBe(true);
});

it('names no address to download from, so that any registry serves', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]);
});
