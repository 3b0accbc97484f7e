import type { Span } from '@/lib/text';
import type { Stage } from './stage';

/** How often the aim is corrected: text on the way there gets its true height only when it comes into view. */
const corrections = 4;

/** Scrolls a span to the middle of the screen; a long one so that its beginning stands in the upper third. */
export function scrollToSpan(stage: Stage, scroller: Element | null, span: Span): void {
  stage.elementAt(span.start)?.scrollIntoView({ block: 'center' });
  aim(corrections);

  function aim(left: number): void {
    const distance = off();
    if (Math.abs(distance) > 2) (scroller ?? window).scrollBy({ top: distance, behavior: 'instant' });
    if (left > 0) requestAnimationFrame(() => aim(left - 1));
  }

  function off(): number {
    const first = stage.rects({ start: span.start, end: Math.min(span.end, span.start + 2) })[0];
    const last = stage.rects({ start: Math.max(span.start, span.end - 2), end: span.end }).at(-1);
    if (!first || !last) return 0;
    const frame = scroller?.getBoundingClientRect();
    const [top, height] = [frame?.top ?? 0, frame?.height ?? window.innerHeight];
    const middle = (first.top + last.bottom) / 2 - (top + height / 2);
    return last.bottom - first.top > height / 2 ? first.top - (top + height / 3) : middle;
  }
}
