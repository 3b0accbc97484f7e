import type { Span } from '@/lib/text';
import type { Stage } from './stage';

/** Where a handle stands: its line's top and height, and the edge's x, in px from the text's corner. */
export type HandlePlace = { x: number; top: number; height: number };
export type HandlePlaces = { start: HandlePlace; end: HandlePlace };

/** The places of a span's two edges, or null while one of them is not laid out. */
export function handlePlaces(stage: Stage, span: Span): HandlePlaces | null {
  const origin = stage.root.getBoundingClientRect();
  const first = stage.rects({ start: span.start, end: Math.min(span.end, span.start + 2) })[0];
  const last = stage.rects({ start: Math.max(span.start, span.end - 2), end: span.end }).at(-1);
  if (!first || !last) return null;
  const place = (rect: DOMRect, x: number) => ({ x: x - origin.left, top: rect.top - origin.top, height: rect.height });
  const [startsRight, endsRight] = [runsLeft(stage, span.start), runsLeft(stage, span.end - 1)];
  return {
    start: place(first, startsRight ? first.right : first.left),
    end: place(last, endsRight ? last.left : last.right),
  };
}

/** Whether the writing at an offset runs to the left: letters decide for themselves, the rest goes with its block. */
function runsLeft(stage: Stage, offset: number): boolean {
  const element = stage.elementAt(offset);
  const piece = stage.places.pieces[stage.places.pieceAt(offset)];
  const character = element?.textContent?.[offset - (piece?.start ?? 0)] ?? '';
  if (/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(character)) return true;
  if (/[\p{L}\p{N}]/u.test(character)) return false;
  return element !== null && getComputedStyle(element).direction === 'rtl';
}
