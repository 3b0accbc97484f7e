import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isBoundary, slice, snap, type Span } from '@/lib/text';
import { anyTextWithSpan } from '@/lib/text/testing/any-text';
import { movedEdge, nearestWordEdge, placedEdge, type EdgeMove } from './edges';

const text = 'The strait is not a stage.';
const ruler = { text, language: 'en' };
const of = (words: string): Span => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const after = (span: Span, move: EdgeMove) => slice(text, movedEdge(ruler, span, move));

it('moves the end by a character, past the space that follows a word', () => {
  expect(after(of('stra'), { edge: 'end', forward: true, by: 'character' })).toBe('strai');
  expect(after(of('strait'), { edge: 'end', forward: true, by: 'character' })).toBe('strait i');
  expect(after(of('strait i'), { edge: 'end', forward: false, by: 'character' })).toBe('strait');
});

it('moves the start the same way', () => {
  expect(after(of('strait'), { edge: 'start', forward: true, by: 'character' })).toBe('trait');
  expect(after(of('strait'), { edge: 'start', forward: false, by: 'character' })).toBe('e strait');
});

it('moves by words to where words end, or begin', () => {
  expect(after(of('strait'), { edge: 'end', forward: true, by: 'word' })).toBe('strait is');
  expect(after(of('strait is not'), { edge: 'end', forward: false, by: 'word' })).toBe('strait is');
  expect(after(of('not'), { edge: 'start', forward: false, by: 'word' })).toBe('is not');
  expect(after(of('strait is not'), { edge: 'start', forward: true, by: 'word' })).toBe('is not');
});

it('cuts words where the language has them, without spaces too', () => {
  const chinese = { text: '和平与稳定是我们的共同目标', language: 'zh' };
  const moved = movedEdge(chinese, { start: 0, end: 2 }, { edge: 'end', forward: true, by: 'word' });
  expect(moved.end).toBeGreaterThan(2);
  expect(moved.end).toBeLessThan(chinese.text.length);
});

it('never leaves a passage empty', () => {
  const one = of('s');
  expect(movedEdge(ruler, one, { edge: 'end', forward: false, by: 'character' })).toEqual(one);
  expect(placedEdge(text, of('strait'), { edge: 'start', to: 20 })).toEqual(of('strait'));
});

it('keeps every edge between characters, whatever the script', () => {
  const moves = fc.record({
    edge: fc.constantFrom('start', 'end'),
    forward: fc.boolean(),
    by: fc.constantFrom('character', 'word'),
  });
  fc.assert(
    fc.property(anyTextWithSpan(), moves as fc.Arbitrary<EdgeMove>, (made, move) => {
      const span = snap(made.text, made.span);
      const moved = movedEdge({ text: made.text, language: null }, span, move);
      expect(isBoundary(made.text, moved[move.edge])).toBe(true);
      expect(moved.start).toBeLessThan(moved.end);
    }),
  );
});

it('snaps a dragged edge to the nearest word when asked to', () => {
  expect(nearestWordEdge(ruler, text.indexOf('rait'), 'start')).toBe(text.indexOf('strait'));
  expect(nearestWordEdge(ruler, text.indexOf('it is'), 'end')).toBe(text.indexOf(' is'));
});
