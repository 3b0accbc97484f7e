import { useCallback, useEffect, useEffectEvent, useState, type RefObject } from 'react';

/** How long, in ms, scrolling rests before what lies over a text is drawn anew: what is drawn moves with the text. */
const patience = 80;

/**
 * Draws what lies over a text: when it is scrolled, changes its shape or `draw` itself changes. `host` has the size of the
 * text and is what the drawing is placed in.
 */
export function useDrawn<T>(host: RefObject<HTMLElement | null>, draw: () => T[]): T[] {
  const [drawn, setDrawn] = useState<T[]>([]);
  const redraw = useEffectEvent(() => setDrawn(draw()));
  const now = useCallback(() => redraw(), []);
  useEffect(() => {
    const frame = requestAnimationFrame(() => now());
    return () => cancelAnimationFrame(frame);
  }, [draw, now]);
  useEffect(() => {
    if (!host.current) return;
    let timer = 0;
    const later = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(now, patience);
    };
    const resized = new ResizeObserver(later);
    resized.observe(host.current);
    document.addEventListener('scroll', later, { passive: true, capture: true });
    return () => {
      window.clearTimeout(timer);
      resized.disconnect();
      document.removeEventListener('scroll', later, { capture: true });
    };
  }, [host, now]);
  return drawn;
}
