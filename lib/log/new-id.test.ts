import { expect, it } from 'vitest';
import { id } from './words';
import { newId } from './new-id';

it('makes ids that the door takes, and no two alike', () => {
  const ids = Array.from({ length: 1_000 }, newId);
  for (const each of ids) expect(id.safeParse(each).success).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
