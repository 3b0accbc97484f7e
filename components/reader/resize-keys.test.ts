import { expect, it } from 'vitest';
import { edgeMoveOf } from './resize-keys';

const pressed = (key: string, held: Partial<KeyboardEvent> = {}) => ({ key, altKey: true, ...held }) as KeyboardEvent;

it('moves the end with Alt, the start with Shift too, by words with Ctrl', () => {
  expect(edgeMoveOf(pressed('ArrowRight'), 'ltr')).toEqual({ edge: 'end', forward: true, by: 'character' });
  expect(edgeMoveOf(pressed('ArrowLeft', { shiftKey: true }), 'ltr')).toEqual({
    edge: 'start',
    forward: false,
    by: 'character',
  });
  expect(edgeMoveOf(pressed('ArrowRight', { ctrlKey: true }), 'ltr')).toMatchObject({ by: 'word' });
});

it('goes where the arrow points: in a text from right to left, left is forward', () => {
  expect(edgeMoveOf(pressed('ArrowLeft'), 'rtl')).toMatchObject({ forward: true });
  expect(edgeMoveOf(pressed('ArrowRight'), 'rtl')).toMatchObject({ forward: false });
});

it('leaves every other key alone', () => {
  expect(edgeMoveOf(pressed('ArrowRight', { altKey: false }), 'ltr')).toBeNull();
  expect(edgeMoveOf(pressed('ArrowUp'), 'ltr')).toBeNull();
  expect(edgeMoveOf(pressed('ArrowLeft', { metaKey: true }), 'ltr')).toBeNull();
});
