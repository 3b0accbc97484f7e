import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Coding } from '@/lib/codings';
import { Table } from '@/lib/log';
import { advance, codingsAt, gather } from './document-codings';

const coding = fc
  .record({
    id: fc.constantFrom(...'abcdefgh'),
    documentId: fc.constantFrom('here', 'elsewhere'),
    codeId: fc.constantFrom('stability', 'status'),
    coderId: fc.constantFrom('leyla', 'marek'),
    start: fc.nat(40),
    length: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ length, ...rest }): Coding => {
    const fixed = { layer: 'coder', quote: '', memo: '', codebookVersion: 1, createdAt: '', updatedAt: '' } as const;
    return { ...rest, end: rest.start + length, ...fixed };
  });
const change = fc.oneof(coding, fc.constantFrom(...'abcdefgh'));

it('following changes ends where gathering afresh ends, however often a step is repeated', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), fc.nat(60), (changes, at) => {
      let table = Table.of<Coding>();
      let followed = gather('here', table);
      for (const each of changes) {
        table = typeof each === 'string' ? table.without(each) : table.with(each);
        advance(followed, table);
        followed = advance(followed, table);
      }
      const fresh = gather('here', table);
      expect([...followed.codes].sort()).toEqual([...fresh.codes].sort());
      expect([...followed.coders].sort()).toEqual([...fresh.coders].sort());
      const span = { start: at, end: at };
      expect(new Set(codingsAt(followed, span))).toEqual(new Set(codingsAt(fresh, span)));
      expect(followed.index.size).toBe(fresh.index.size);
    }),
  );
});
