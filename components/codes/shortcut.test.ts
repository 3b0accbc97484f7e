import { expect, it } from 'vitest';
import type { Code } from '@/lib/codebook';
import { shortcutFault, typedShortcut } from './shortcut';

const rules = { definition: '', useWhen: '', avoidWhen: '', examples: [], version: 1, createdAt: '', archived: false };
const blame: Code = {
  id: 'blame',
  parentId: null,
  position: 0,
  name: 'Blame',
  color: '#c63644',
  shortcut: 'b',
  ...rules,
};

it('refuses what another code has, and lets a code keep its own', () => {
  expect(shortcutFault('b', [blame], 'other')).toBe('“Blame” has this shortcut already.');
  expect(shortcutFault('b', [blame], 'blame')).toBeNull();
});

it('refuses in words the keys that steer the workspace, and what is no letter or digit', () => {
  for (const key of ['j', 'k', 'o', '/', '?', '!', ' ']) expect(shortcutFault(key, [], 'x')).toMatch(/\.$/);
});

it('takes letters and digits of any script, and none at all', () => {
  for (const key of ['a', '7', 'ж', 'ש', null]) expect(shortcutFault(key, [blame], 'x')).toBeNull();
});

it('keeps the key typed last, in lower case', () => {
  expect([typedShortcut('bX'), typedShortcut(' '), typedShortcut(''), typedShortcut('Ж')]).toEqual([
    'x',
    null,
    null,
    'ж',
  ]);
});
