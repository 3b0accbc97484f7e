import { useRef, type MouseEvent, type PointerEvent } from 'react';
import type { Acts } from './acts';

/** What pointing at the text means: the shortest coding under the mouse is singled out for as long as it stays there. */
export function usePointed({ pointedAt, point, clicked }: Acts) {
  const frame = useRef(0);

  function onPointerMove({ clientX, clientY, pointerType, buttons }: PointerEvent): void {
    if (pointerType !== 'mouse' || buttons !== 0) return;
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => pointedAt(clientX, clientY));
  }

  function onPointerLeave(): void {
    cancelAnimationFrame(frame.current);
    point(null);
  }

  return { onPointerMove, onPointerLeave, onClick: ({ clientX, clientY }: MouseEvent) => clicked(clientX, clientY) };
}
