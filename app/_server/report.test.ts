import { expect, it } from 'vitest';
import { described } from './report';

it('names error, code and place, and leaves out every word of the message', () => {
  const cause = Object.assign(new Error('Key (quote)=(a secret passage)\n  at a place in the passage'), { code: '23505' });
  const told = described(new Error('Failed on “a secret passage”', { cause }));
  expect(JSON.stringify(told)).not.toContain('secret');
  expect(told).toMatchObject({ name: 'Error', cause: { name: 'Error', code: '23505' } });
  expect(JSON.stringify(told.stack)).toContain('report.test.ts');
});
