import fc from 'fast-check';
import { expect, it } from 'vitest';
import { levels, rules } from '@/lib/agreement';
import { codeViews, queryOf, readChoices, usualChoices } from './choices';

const ids = fc.option(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 4 }), { nil: null });
const choices = fc.record({
  documents: ids,
  round: fc.option(fc.uuid(), { nil: null }),
  coders: ids,
  unit: fc.constantFrom(...levels),
  rule: fc.constantFrom(...rules),
  codes: fc.constantFrom(...codeViews),
});

it('writes choices into an address and reads the same ones back', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const params = Object.fromEntries(new URLSearchParams(queryOf(chosen)));
      expect(readChoices(params)).toEqual(chosen);
    }),
  );
});

it('says nothing in the address where everything is as usual', () => {
  expect(queryOf(usualChoices)).toBe('');
  expect(queryOf(usualChoices, { code: 'abc', page: null })).toBe('?code=abc');
});

it('takes a list in one parameter or in several, and falls back to the usual for what it does not know', () => {
  expect(readChoices({ documents: ['a,b', 'b', ' c '], unit: 'chapter', rule: ['half', 'any'] })).toEqual({
    ...usualChoices,
    documents: ['a', 'b', 'c'],
  });
});
