import { useRef, type MouseEvent, type PointerEvent } from 'react';
import type { Coding } from '@/lib/codings';
import { byLength } from './steps';

type Options = {
  /** The codings at a point of the window. */
  under: (x: number, y: number) => Coding[];
  onHover: (id: string | null) => void;
  /** The codings where the text was clicked, the shortest first. */
  onClick: (here: Coding[]) => void;
};

/** What pointing at the text means: the shortest coding under the mouse is singled out for as long as it stays there. */
export function usePointed({ under, onHover, onClick }: Options) {
  const frame = useRef(0);

  function onPointerMove({ clientX, clientY, pointerType, buttons }: PointerEvent): void {
    if (pointerType !== 'mouse' || buttons !== 0) return;
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => onHover(under(clientX, clientY).sort(byLength)[0]?.id ?? null));
  }

  function onPointerLeave(): void {
    cancelAnimationFrame(frame.current);
    onHover(null);
  }

  function clicked({ clientX, clientY }: MouseEvent): void {
    onClick(under(clientX, clientY).sort(byLength));
  }

  return { onPointerMove, onPointerLeave, onClick: clicked };
}
