import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Coding } from '@/lib/codings';
import { anySpan } from '@/lib/text/testing/any-text';
import { CodingIndex } from './coding-index';

const anyCodings = fc
  .array(anySpan(5_000), { maxLength: 50 })
  .map((spans) => spans.map((span, n) => ({ id: `${n}`, ...span }) as Coding));

it('answers the same before, while and after what it holds is put in order', () => {
  fc.assert(
    fc.property(anyCodings, anySpan(5_000), (codings, span) => {
      const index = new CodingIndex();
      index.hold([...codings]);
      const before = index.within(span);
      do {
        expect(index.within(span)).toEqual(before);
        for (const coding of codings) expect(index.get(coding.id)).toBe(coding);
      } while (index.settleSome(7));
      expect(index.within(span)).toEqual(before);
      expect(index.all()).toEqual(codings);
    }),
  );
});
