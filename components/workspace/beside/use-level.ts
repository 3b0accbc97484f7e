import { useEffect, useEffectEvent, type RefObject } from 'react';
import type { ReaderHandle } from '@/components/reader';
import { otherSide, type Side } from '@/lib/documents';
import type { Alignment } from '@/lib/documents/pairs';
import { offLevel, type Pane } from './level';

type Part = { host: RefObject<HTMLElement | null>; reader: RefObject<ReaderHandle | null> };

type Options = {
  main: Part;
  /** Its host is what it scrolls in; the main text scrolls with the page. */
  other: Part;
  alignment: Alignment | null;
  side: Side;
};

/** How often the aim is corrected: text on the way there gets its true height only when it comes into view. */
const corrections = 3;

/** Where, as a share of what is seen of a text, the eye is taken to rest. */
const eyeLevel = 0.35;

/** Scrolls each of two texts in step with the other: whichever a person touched last leads. */
export function useLevel({ main, other, alignment, side }: Options): void {
  const panes = (): { main: Pane; other: Pane } | null => {
    const [page, frame] = [main.host.current?.getBoundingClientRect(), other.host.current?.getBoundingClientRect()];
    if (!page || !frame || !main.reader.current || !other.reader.current) return null;
    // Where the two stand beside each other the eye rests on one line; one above the other, each has its own.
    const isStacked = frame.left < page.right - 1 && page.left < frame.right - 1;
    const bottom = isStacked ? frame.top : window.innerHeight;
    const top = Math.max(0, Math.min(page.top, bottom));
    const eye = isStacked ? top + (bottom - top) * eyeLevel : frame.top + frame.height * eyeLevel;
    return {
      main: { reader: main.reader.current, side, eye, x: page.left + page.width / 2 },
      other: {
        ...{ reader: other.reader.current, side: otherSide(side), x: frame.left + frame.width / 2 },
        eye: isStacked ? frame.top + frame.height * eyeLevel : eye,
      },
    };
  };

  /** Scrolls the text that follows; false where it was level already. */
  const level = useEffectEvent((lead: 'main' | 'other'): boolean => {
    const both = panes();
    if (!both || !alignment) return false;
    const follow = lead === 'main' ? 'other' : 'main';
    const distance = offLevel(alignment, both[lead], both[follow]);
    if (Math.abs(distance) < 1) return false;
    const scroller = follow === 'main' ? window : other.host.current!;
    scroller.scrollBy({ top: distance, behavior: 'instant' });
    return true;
  });

  useEffect(() => {
    const frame = other.host.current;
    if (!frame || !alignment) return;
    let lead: 'main' | 'other' = 'main';
    let waiting = 0;
    const aim = (left: number) => {
      waiting = level(lead) && left > 0 ? requestAnimationFrame(() => aim(left - 1)) : 0;
    };
    const touched = (event: Event) => (lead = frame.contains(event.target as Node) ? 'other' : 'main');
    const scrolled = (event: Event) => {
      const moved = event.target === frame ? 'other' : event.target === document ? 'main' : null;
      if (moved === lead) waiting ||= requestAnimationFrame(() => aim(corrections));
    };
    const touches = ['wheel', 'touchstart', 'pointerdown', 'keydown', 'focusin'] as const;
    for (const name of touches) window.addEventListener(name, touched, { passive: true, capture: true });
    document.addEventListener('scroll', scrolled, { passive: true, capture: true });
    waiting = requestAnimationFrame(() => aim(corrections));
    return () => {
      cancelAnimationFrame(waiting);
      for (const name of touches) window.removeEventListener(name, touched, { capture: true });
      document.removeEventListener('scroll', scrolled, { capture: true });
    };
  }, [alignment, other.host]);
}
