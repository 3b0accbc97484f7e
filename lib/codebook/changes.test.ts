import { expect, it } from 'vitest';
import { reservedKeys } from './code';
import { codebookChanges } from './changes';

const { body } = codebookChanges['code.edit'];
const withKey = (shortcut: string) => body.safeParse({ id: 'a0000000-0000-4000-8000-000000000000', set: { shortcut } });

it('gives a code any letter or digit of any script as its key, except those that steer the workspace', () => {
  for (const key of ['a', '7', 'ш', 'م']) expect(withKey(key).success).toBe(true);
  for (const key of [...reservedKeys, 'A', '/', 'ab']) expect(withKey(key).success).toBe(false);
  expect(withKey('j').error?.issues[0]?.message).toContain('Choose another shortcut');
});
