import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contains, findAll, plainBlocks, slice, trimmed } from '@/lib/text';
import { anyText } from '@/lib/text/testing/any-text';
import { extents, passagesOf, type Extent } from './passages';

const text = 'Calm, said the minister. Calm again; calm for all.\n\nNo calm here. The end.';
const source = { text, blocks: plainBlocks(text), language: 'en' };

function coded(query: string, extent: Extent): string[] {
  return passagesOf(source, findAll(text, query), extent).map((span) => slice(text, span));
}

it('reaches as far as one asks, and takes a sentence with two finds once', () => {
  expect(coded('calm', 'words')).toEqual(['Calm', 'Calm', 'calm', 'calm']);
  expect(coded('calm', 'sentence')).toEqual(['Calm, said the minister.', 'Calm again; calm for all.', 'No calm here.']);
  expect(coded('calm', 'paragraph')).toEqual([
    'Calm, said the minister. Calm again; calm for all.',
    'No calm here. The end.',
  ]);
});

it('takes all the sentences that a find runs over', () => {
  expect(coded('minister. Calm again', 'sentence')).toEqual(['Calm, said the minister. Calm again; calm for all.']);
  expect(coded('all. No', 'paragraph')).toEqual([text]);
});

it('holds the find, begins and ends with no white space, and never takes one passage twice', () => {
  fc.assert(
    fc.property(
      anyText(),
      fc.constantFrom('a', 'м', 'word', '. ', '😀', 'ا'),
      fc.constantFrom(...extents),
      (any, query, extent) => {
        const passages = passagesOf(
          { text: any, blocks: plainBlocks(any), language: null },
          findAll(any, query),
          extent,
        );
        for (const { hit, start, end } of passages) {
          const said = trimmed(any, hit);
          expect(said === null || contains({ start, end }, said)).toBe(true);
          expect(trimmed(any, { start, end })).toEqual({ start, end });
        }
        const places = passages.map(({ start, end }) => `${start}-${end}`);
        expect(new Set(places).size).toBe(places.length);
      },
    ),
  );
});
