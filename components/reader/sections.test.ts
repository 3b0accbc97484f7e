import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Piece } from './pieces';
import { cutSections } from './sections';

const piecesOf = (lengths: number[]): Piece[] => {
  let start = 0;
  return lengths.map((length) => {
    const piece: Piece = { kind: 'paragraph', start, end: start + length, continued: false };
    start += length + 2;
    return piece;
  });
};

it('puts every piece in exactly one section, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20_000 })), (lengths) => {
      const pieces = piecesOf(lengths);
      const sections = cutSections('', pieces);
      expect(sections.flatMap(({ first, last }) => pieces.slice(first, last))).toEqual(pieces);
      for (const section of sections) {
        expect(section.start).toBe(pieces[section.first]?.start);
        expect(section.end).toBe(pieces[section.last - 1]?.end);
      }
    }),
  );
});

it('closes a section when it has grown to a few screens, and only then', () => {
  const sections = cutSections('', piecesOf(new Array(40).fill(1_000)));
  expect(sections.map(({ first, last }) => last - first)).toEqual([12, 12, 12, 4]);
});

it('guesses more height for longer text, and for scripts of wide characters', () => {
  const heightOf = (text: string) =>
    cutSections(text, [{ kind: 'paragraph', start: 0, end: text.length, continued: false }])[0]?.height ?? 0;
  expect(heightOf('a'.repeat(800))).toBeGreaterThan(heightOf('a'.repeat(80)));
  expect(heightOf('中'.repeat(800))).toBeGreaterThan(heightOf('a'.repeat(800)));
});
