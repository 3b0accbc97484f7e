import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Code } from '@/lib/codebook';
import { layers } from '@/lib/codings';
import { everything, filterOf, readSelection, selectionQuery } from './selection';

const ids = fc.array(fc.uuid(), { maxLength: 4 });
const selection = fc.record({
  codes: ids,
  below: fc.boolean(),
  coders: ids,
  documents: ids,
  layers: fc.subarray([...layers]),
});

it('comes back from an address as it went in', () => {
  fc.assert(
    fc.property(selection, (given) => {
      const below = given.codes.length === 0 || given.below;
      expect(readSelection(new URLSearchParams(selectionQuery(given).toString()))).toEqual({ ...given, below });
    }),
  );
});

it.each(['code=1', 'layer=owners', 'below=perhaps', `document=${"'; DROP TABLE coding; --"}`])(
  'refuses the address ?%s in words',
  (query) => {
    expect(() => readSelection(new URLSearchParams(query))).toThrow(/cannot be read/);
  },
);

it('takes in the codes below a chosen one, unless asked not to', () => {
  const code = (id: string, parentId: string | null) => ({ id, parentId }) as Code;
  const codebook = [code('top', null), code('child', 'top'), code('grandchild', 'child'), code('other', null)];
  const chosen = { ...everything, codes: ['top'] };
  expect(filterOf(chosen, codebook)).toEqual({ codeIds: ['top', 'child', 'grandchild'] });
  expect(filterOf({ ...chosen, below: false }, codebook)).toEqual({ codeIds: ['top'] });
  expect(filterOf(everything, codebook)).toEqual({});
});
