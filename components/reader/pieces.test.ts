import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainBlocks } from '@/lib/text';
import { anyText } from '@/lib/text/testing/any-text';
import { cutPieces } from './pieces';

it('shows every character but the white space between blocks, in order and once', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const pieces = cutPieces(text, plainBlocks(text));
      const shown = pieces.map(({ start, end }) => text.slice(start, end)).join('');
      expect(shown.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      pieces.forEach((piece, index) => expect(piece.start).toBeGreaterThanOrEqual(pieces[index - 1]?.end ?? 0));
    }),
  );
});

it('keeps the indentation of a first line and drops the empty lines before it', () => {
  const text = '\n\n   A poem\n     in two lines\n\n';
  const pieces = cutPieces(text, [{ kind: 'paragraph', start: 0, end: text.length }]);
  expect(pieces.map(({ start, end }) => text.slice(start, end))).toEqual(['   A poem\n     in two lines']);
});

it('shows a blank block not at all', () => {
  expect(cutPieces(' \n \n', [{ kind: 'paragraph', start: 0, end: 4 }])).toEqual([]);
});

it('cuts a paragraph too long for a browser after a line or a word, and marks what follows as continued', () => {
  const text = 'word '.repeat(10_000);
  const pieces = cutPieces(text, [{ kind: 'paragraph', start: 0, end: text.length }]);
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.map(({ continued }) => continued)).toEqual(pieces.map((_, index) => index > 0));
  for (const { start, end } of pieces) expect(text.slice(start, end).trim()).toMatch(/^word.*word$/);
});

it('cuts a long run without spaces between characters, never inside one', () => {
  const text = '👨‍👩‍👧'.repeat(5_000);
  const pieces = cutPieces(text, [{ kind: 'paragraph', start: 0, end: text.length }]);
  expect(pieces.length).toBeGreaterThan(1);
  for (const { start, end } of pieces) expect((end - start) % '👨‍👩‍👧'.length).toBe(0);
});
