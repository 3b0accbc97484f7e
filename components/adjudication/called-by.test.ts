import { expect, it } from 'vitest';
import { calledBy } from './called-by';

const members = [
  { id: 'ben', name: 'Ben Coder' },
  { id: 'bea', name: 'Bea' },
  { id: 'cleo', name: 'Cleo' },
];

it.each([
  ['see @', 4, ['ben', 'bea', 'cleo']],
  ['@b', 0, ['ben', 'bea']],
  ['@Ben C', 0, ['ben']],
])('offers who may be meant by “%s”', (text, at, ids) => {
  const called = calledBy(text, members);
  expect([called?.at, called?.members.map(({ id }) => id)]).toEqual([at, ids]);
});

it.each(['', 'nobody', 'post@b', '@Cleo', '@Cleo ', '@Ben Coder, see', '@x'])('offers nobody in “%s”', (text) => {
  expect(calledBy(text, members)).toBeNull();
});
