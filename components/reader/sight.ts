import type { Span } from '@/lib/text';
import { countWhile } from '@/lib/text/count-while';
import type { Stage } from './stage';

/** How far beyond the screen, in px, the margin is drawn, and how near its end the screen may come before it moves. */
const ahead = 600;
const reserve = 150;

export type Sight = Span & { top: number; bottom: number };

/** What of the root is on screen, in px from its top. */
export function onScreen(root: Element, scroller: Element | null): { top: number; bottom: number } {
  const frame = scroller?.getBoundingClientRect();
  const { top } = root.getBoundingClientRect();
  return { top: (frame?.top ?? 0) - top, bottom: (frame?.bottom ?? window.innerHeight) - top };
}

/** True while a stretch drawn earlier still covers the screen. */
export function covers(sight: Sight, screen: { top: number; bottom: number }): boolean {
  return sight.top <= screen.top - reserve && sight.bottom >= screen.bottom + reserve;
}

/** The stretch of text on the screen and some way around it, looked for in the sections that are near. */
export function sightOf(stage: Stage, near: readonly number[], screen: { top: number; bottom: number }): Sight {
  const top = screen.top - ahead;
  const bottom = screen.bottom + ahead;
  const first = stage.sections[near[0] ?? 0];
  const last = stage.sections[near.at(-1) ?? 0];
  if (!first || !last) return { top, bottom, start: 0, end: 0 };
  const origin = stage.root.getBoundingClientRect().top;
  const count = last.last - first.first;
  const edge = (index: number, side: 'top' | 'bottom') =>
    (stage.pieceElement(first.first + index)?.getBoundingClientRect()[side] ?? 0) - origin;
  const begin = countWhile(count, (index) => edge(index, 'bottom') < top);
  const end = countWhile(count, (index) => edge(index, 'top') <= bottom);
  const { pieces } = stage.places;
  return { top, bottom, start: pieces[first.first + begin]?.start ?? 0, end: pieces[first.first + end - 1]?.end ?? 0 };
}
