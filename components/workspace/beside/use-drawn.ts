import { useEffect, useState, type RefObject } from 'react';

/** How long, in ms, scrolling rests before what lies over a text is drawn anew: what is drawn moves with the text. */
const patience = 80;

/**
 * Draws what lies over a text: when it is scrolled, changes its shape or `draw` itself changes. `host` has the size of the
 * text and is what the drawing is placed in.
 */
export function useDrawn<T>(host: RefObject<HTMLElement | null>, draw: () => T[]): T[] {
  const [drawn, setDrawn] = useState<T[]>([]);
  useEffect(() => {
    if (!host.current) return;
    let timer = 0;
    const now = () => setDrawn(draw());
    const later = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(now, patience);
    };
    const frame = requestAnimationFrame(now);
    const resized = new ResizeObserver(later);
    resized.observe(host.current);
    document.addEventListener('scroll', later, { passive: true, capture: true });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
      resized.disconnect();
      document.removeEventListener('scroll', later, { capture: true });
    };
  }, [host, draw]);
  return drawn;
}
