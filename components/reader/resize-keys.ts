import type { EdgeMove } from './edges';

/**
 * The move that a key asks for: Alt with an arrow moves the end, with Shift the start, with Ctrl by words. The arrow
 * points to where the edge goes on the screen, so where text runs from right to left the left arrow is forward.
 */
export function edgeMoveOf(event: KeyboardEvent, direction: 'ltr' | 'rtl'): EdgeMove | null {
  if (!event.altKey || event.metaKey) return null;
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return null;
  const forward = (event.key === 'ArrowRight') === (direction === 'ltr');
  return { edge: event.shiftKey ? 'start' : 'end', forward, by: event.ctrlKey ? 'word' : 'character' };
}
