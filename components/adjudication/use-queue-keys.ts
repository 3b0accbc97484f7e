import { useEffect, useEffectEvent } from 'react';

export type QueueKeys = { step: (by: 1 | -1) => void; accept: (lane: number) => void; undo: () => void };

/**
 * J and K, or the right and left arrow, step through the differences; 1 to 9 accept a coder; Ctrl+Z takes back. Nowhere
 * where one writes or chooses; a box that is ticked is no such place.
 */
export function useQueueKeys(keys: QueueKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isWriting(event.target) || event.defaultPrevented || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey) return;
      keys.undo();
    } else if (event.key in steps) keys.step(steps[event.key]!);
    else if (/^[1-9]$/.test(event.key)) keys.accept(Number(event.key) - 1);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

const steps: Record<string, 1 | -1> = { j: 1, k: -1, ArrowRight: 1, ArrowLeft: -1 };

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="dialog"]') || target.isContentEditable) return true;
  return target.matches('textarea, select, input:not([type="checkbox"])');
}
