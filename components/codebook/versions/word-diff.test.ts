import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordDiff, type DiffPiece } from './word-diff';

function without(pieces: DiffPiece[], kind: DiffPiece['kind']): string {
  return pieces.flatMap((piece) => (piece.kind === kind ? [] : piece.text)).join('');
}

it('loses nothing: without what came it is the text before, without what went the text after', () => {
  const words = fc.array(fc.constantFrom('order ', 'мир ', 'нет\n', 'صلح ', 'שלום, ', '🧨', 'a', '\n\n'), {
    maxLength: 30,
  });
  const texts = fc.oneof(
    words.map((each) => each.join('')),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const pieces = wordDiff(before, after);
      expect([without(pieces, 'added'), without(pieces, 'removed')]).toEqual([before, after]);
    }),
  );
});

it('marks whole words, in Cyrillic as in Latin letters', () => {
  expect(wordDiff('Names a culprit.', 'Names a country.')).toEqual([
    { text: 'Names a ', kind: 'same' },
    { text: 'culprit', kind: 'removed' },
    { text: 'country', kind: 'added' },
    { text: '.', kind: 'same' },
  ]);
  expect(wordDiff('Говорит о мире', 'Говорит о войне').map(({ text }) => text)).toEqual([
    'Говорит о ',
    'мире',
    'войне',
  ]);
});
