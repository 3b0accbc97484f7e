import fc from 'fast-check';
import { expect, it } from 'vitest';
import { levels, rules } from '@/lib/agreement';
import { queryOf, readChoices, usualChoices, type CodeView } from './choices';

const ids = fc.option(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 4 }), { nil: null });
const choices = fc.record({
  documents: ids,
  where: fc.dictionary(
    fc.constantFrom('office', 'date', 'language'),
    fc.array(fc.constantFrom('Duma', 'a,b & c=d', '2023-01..', '', 'https://x.example/?q=1:2'), { minLength: 1, maxLength: 3 }),
    { noNullPrototype: true },
  ),
  round: fc.option(fc.uuid(), { nil: null }),
  at: fc.option(
    fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    { nil: null },
  ),
  coders: ids,
  unit: fc.constantFrom(...levels),
  rule: fc.constantFrom(...rules),
  codes: fc.constantFrom<CodeView>('each', 'rolled', 'level-1', 'level-2', 'level-9'),
  only: ids,
  by: fc.option(fc.constantFrom('languages_read', 'training'), { nil: null }),
});

it('writes choices into an address and reads the same ones back', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const query = new URLSearchParams(queryOf(chosen));
      const params = { ...Object.fromEntries(query), where: query.getAll('where') };
      expect(readChoices(params)).toEqual(chosen);
    }),
  );
});

it('says nothing in the address where everything is as usual', () => {
  expect(queryOf(usualChoices)).toBe('');
  expect(queryOf(usualChoices, { code: 'abc', page: null })).toBe('?code=abc');
});

it('takes a list in one parameter or in several, and falls back to the usual for what it does not know', () => {
  expect(
    readChoices({
      documents: ['a,b', 'b', ' c '],
      unit: 'chapter',
      rule: ['half', 'any'],
      at: '2026-02-30',
      codes: 'level-0',
    }),
  ).toEqual({
    ...usualChoices,
    documents: ['a', 'b', 'c'],
  });
});
