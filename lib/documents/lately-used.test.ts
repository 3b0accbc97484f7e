import { expect, it } from 'vitest';
import { LatelyUsed } from './lately-used';

it('forgets what was used longest ago, and only as much as it must', () => {
  const kept = new LatelyUsed<string>(10);
  kept.set('a', 'first', 4);
  kept.set('b', 'second', 4);
  expect(kept.get('a')).toBe('first');
  kept.set('c', 'third', 4);
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['first', undefined, 'third']);
});

it('counts what is set anew once, and keeps the last even where it alone is too large', () => {
  const kept = new LatelyUsed<number>(10);
  for (const value of [1, 2, 3]) kept.set('a', value, 4);
  kept.set('b', 4, 6);
  expect([kept.get('a'), kept.get('b')]).toEqual([3, 4]);
  kept.set('c', 5, 99);
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([undefined, undefined, 5]);
});
