import { useCallback, useEffect, useRef, useState } from 'react';

/** Which code's rules are shown beside the panel, and how far down the window. */
export type Glance = { codeId: string; top: number } | null;

const openAfterMs = 350;
const closeAfterMs = 180;

/**
 * Hovering or focusing a code shows its rules after a moment; leaving lets them go, unless the pointer moves onto them.
 */
export function useGlance() {
  const [glance, setGlance] = useState<Glance>(null);
  const timer = useRef(0);
  const after = useCallback((pause: number, next: Glance) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setGlance(next), pause);
  }, []);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const open = (codeId: string, row: Element) => {
    const top = row.getBoundingClientRect().top;
    after(glance ? 60 : openAfterMs, { codeId, top: Math.max(8, Math.min(top - 8, window.innerHeight - 380)) });
  };
  const close = () => after(closeAfterMs, null);
  const stay = () => window.clearTimeout(timer.current);
  const dismiss = () => after(0, null);
  return { glance, open, close, stay, dismiss };
}
