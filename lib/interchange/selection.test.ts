import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Code } from '@/lib/codebook';
import { layers } from '@/lib/codings';
import type { Attribute } from '@/lib/documents';
import { everything, filterOf, readSelection, selectionQuery } from './selection';

const ids = fc.array(fc.uuid(), { maxLength: 4 });
const selection = fc.record({
  codes: ids,
  below: fc.boolean(),
  coders: ids,
  documents: ids,
  where: fc.dictionary(
    fc.constantFrom('speaker', 'date', 'views'),
    fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 1, maxLength: 3 }),
    { noNullPrototype: true },
  ),
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

it.each([
  'where=speaker',
  'where=Speaker:',
  'code=1',
  'layer=owners',
  'below=perhaps',
  `document=${"'; DROP TABLE coding; --"}`,
])('refuses the address ?%s in words', (query) => {
  expect(() => readSelection(new URLSearchParams(query))).toThrow(/cannot be read/);
});

const nothing = { codes: [], attributes: [], documents: [] };

it('takes in the codes below a chosen one, unless asked not to', () => {
  const code = (id: string, parentId: string | null) => ({ id, parentId }) as Code;
  const codes = [code('top', null), code('child', 'top'), code('grandchild', 'child'), code('other', null)];
  const about = { ...nothing, codes };
  const chosen = { ...everything, codes: ['top'] };
  expect(filterOf(chosen, about)).toEqual({ codeIds: ['top', 'child', 'grandchild'] });
  expect(filterOf({ ...chosen, below: false }, about)).toEqual({ codeIds: ['top'] });
  expect(filterOf(everything, about)).toEqual({});
});

it('means the documents that say what is asked, among those that are chosen if any are, and none where none says so', () => {
  const speaker: Attribute = { id: 's', key: 'speaker', name: 'Speaker', type: 'text', options: [], position: 0 };
  const documents = ['Orlov', 'Petrova', 'Orlov'].map((said, n) => ({
    ...{ id: `d${n}`, title: '', language: null, direction: 'ltr' as const, length: 1, sha256: '', createdAt: '' },
    attributes: { speaker: said },
  }));
  const about = { ...nothing, attributes: [speaker], documents };
  const orlov = { ...everything, where: { speaker: ['Orlov'] } };
  expect(filterOf(orlov, about)).toEqual({ documentIds: ['d0', 'd2'] });
  expect(filterOf({ ...orlov, documents: ['d1', 'd2'] }, about)).toEqual({ documentIds: ['d2'] });
  expect(filterOf({ ...everything, where: { speaker: ['Nobody'] } }, about)).toEqual({ documentIds: [] });
  expect(() => filterOf({ ...everything, where: { venue: ['x'] } }, about)).toThrow('no attribute “venue”');
});
