import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyFor } from './attribute-keys';

it('makes a key that exports can use from a name that people read', () => {
  expect(keyFor('Source URL', [])).toBe('source_url');
  expect(keyFor('Häufigkeit (2023)', [])).toBe('haufigkeit_2023');
  expect(keyFor('Спикер', [])).toBe('attribute');
});

it('never makes a key twice, and never one that would be refused', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 12 }), (names) => {
      const keys = names.reduce<string[]>((taken, name) => [...taken, keyFor(name, taken)], []);
      expect(new Set(keys).size).toBe(names.length);
      for (const key of keys) expect(key).toMatch(/^[a-z][a-z0-9_]{0,59}$/);
    }),
  );
});
