import { describe, expect, it } from 'vitest';
import { reservedKeys } from '@/lib/codebook';
import { commandFor, shortcutsOf, type Pressed } from './keys';

const codes = [
  { id: 'stability', shortcut: 's', archived: false },
  { id: 'mediator', shortcut: 'm', archived: false },
  { id: 'greedy', shortcut: 'j', archived: false },
  { id: 'old', shortcut: 'x', archived: true },
  { id: 'mute', shortcut: null, archived: false },
];
const shortcuts = shortcutsOf(codes);

describe('the keys of the workspace', () => {
  it('gives a code its letter, also to somebody whose keyboard is set to Russian', () => {
    expect(commandFor(press('s'), shortcuts)).toEqual({ act: 'code', codeId: 'stability' });
    expect(commandFor(press('ы', { code: 'KeyS' }), shortcuts)).toEqual({ act: 'code', codeId: 'stability' });
  });

  it('keeps the stepping letters to itself, whatever the codebook says', () => {
    for (const key of reservedKeys) expect(commandFor(press(key), shortcuts)?.act).not.toBe('code');
    expect(commandFor(press('о', { code: 'KeyJ' }), shortcuts)).toEqual({ act: 'next' });
  });

  it('leaves every other letter to the codebook: the memo is Shift+M even where M is a code', () => {
    expect(commandFor(press('m'), shortcuts)).toEqual({ act: 'code', codeId: 'mediator' });
    expect(commandFor(press('M', { shiftKey: true }), shortcuts)).toEqual({ act: 'memo' });
    expect(commandFor(press('M', { shiftKey: true }), new Map())).toEqual({ act: 'memo' });
  });

  it('does not code with archived codes', () => {
    expect(commandFor(press('x'), shortcuts)).toBeNull();
  });

  it('leaves the browser its own combinations', () => {
    expect(commandFor(press('s', { ctrlKey: true }), shortcuts)).toBeNull();
    expect(commandFor(press('s', { altKey: true }), shortcuts)).toBeNull();
    expect(commandFor(press('ArrowLeft', { shiftKey: true }), shortcuts)).toBeNull();
  });

  it('undoes and redoes as everywhere', () => {
    expect(commandFor(press('z', { ctrlKey: true }), shortcuts)).toEqual({ act: 'undo' });
    expect(commandFor(press('z', { metaKey: true }), shortcuts)).toEqual({ act: 'undo' });
    expect(commandFor(press('Z', { ctrlKey: true, shiftKey: true }), shortcuts)).toEqual({ act: 'redo' });
    expect(commandFor(press('y', { ctrlKey: true }), shortcuts)).toEqual({ act: 'redo' });
  });

  it('finds signs wherever a keyboard has them, with AltGr too', () => {
    expect(commandFor(press('/', { code: 'Digit7', shiftKey: true }), shortcuts)).toEqual({ act: 'pick' });
    expect(commandFor(press('?', { shiftKey: true }), shortcuts)).toEqual({ act: 'help' });
    expect(commandFor(press('[', { ctrlKey: true, altKey: true }), shortcuts)).toEqual({
      act: 'document',
      direction: -1,
    });
  });
});

function press(key: string, more: Partial<Pressed> = {}): Pressed {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more };
}
