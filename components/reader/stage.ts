import type { Span } from '@/lib/text';
import { countWhile } from '@/lib/text/count-while';
import type { PlaceMap } from './place-map';
import type { Section } from './sections';

type Point = { node: globalThis.Text; offset: number };

/** The text as it stands in the page: finds the element, the text node and the rectangle of an offset. */
export class Stage {
  readonly #elements = new Map<number, HTMLElement[]>();
  /** One for all measuring: every range that lives makes each removal from the page dearer. */
  readonly #measure = document.createRange();

  constructor(
    readonly root: HTMLElement,
    readonly sections: readonly Section[],
    readonly places: PlaceMap,
  ) {}

  /** The index of the section that shows the offset. */
  sectionAt(offset: number): number {
    return Math.max(0, countWhile(this.sections.length, (index) => (this.sections[index]?.start ?? 0) <= offset) - 1);
  }

  sectionElement(section: number): HTMLElement | null {
    return this.root.children[section] as HTMLElement | null;
  }

  /** The element of the piece that shows the offset. */
  elementAt(offset: number): HTMLElement | null {
    return this.pieceElement(this.places.pieceAt(offset));
  }

  pieceElement(index: number): HTMLElement | null {
    const piece = this.places.pieces[index];
    if (!piece) return null;
    const section = this.sectionAt(piece.start);
    return this.#elementsOf(section)[index - (this.sections[section]?.first ?? 0)] ?? null;
  }

  /** The stretch as the browser's range; null where nothing of it is rendered. */
  range(span: Span): StaticRange | null {
    const { pieces } = this.places;
    const index = this.places.pieceAt(span.start);
    const isPast = span.start >= (pieces[index]?.end ?? 0);
    const first = isPast ? pieces[index + 1] : pieces[index];
    const lastIndex = this.places.pieceAt(span.end - 1);
    const last = pieces[lastIndex];
    if (!first || !last || first.start >= span.end) return null;
    const from = this.#point(isPast ? index + 1 : index, Math.max(span.start, first.start));
    const to = this.#point(lastIndex, Math.min(span.end, last.end));
    if (!from || !to) return null;
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
  }

  /** The rectangles of a stretch, one for each line it touches. */
  rects(span: Span): DOMRect[] {
    const place = this.range(span);
    if (!place) return [];
    this.#measure.setStart(place.startContainer, place.startOffset);
    this.#measure.setEnd(place.endContainer, place.endOffset);
    return [...this.#measure.getClientRects()];
  }

  /** Whether a point of the window lies on a stretch, the space between its lines included. */
  covers(span: Span, x: number, y: number): boolean {
    const slack = 4;
    return this.rects(span).some(
      (rect) => x >= rect.left && x <= rect.right && y >= rect.top - slack && y <= rect.bottom + slack,
    );
  }

  /** Elements are kept by section, and looked up anew should the editor have drawn them again. */
  #elementsOf(section: number): HTMLElement[] {
    const known = this.#elements.get(section);
    if (known?.[0]?.isConnected) return known;
    const found = [...(this.sectionElement(section)?.querySelectorAll<HTMLElement>('[data-kind]') ?? [])];
    this.#elements.set(section, found);
    return found;
  }

  #point(index: number, offset: number): Point | null {
    const element = this.pieceElement(index);
    const inside = offset - (this.places.pieces[index]?.start ?? 0);
    return element && textPoint(element, inside);
  }
}

/** One text node holds a piece, unless decorations have split it. */
function textPoint(element: HTMLElement, offset: number): Point | null {
  const only = element.firstChild;
  if (only instanceof globalThis.Text && element.childNodes.length === 1) return within(only, offset);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let rest = offset;
  let node = walker.nextNode() as globalThis.Text | null;
  for (; node; node = walker.nextNode() as globalThis.Text | null) {
    if (rest <= node.length) return { node, offset: rest };
    rest -= node.length;
  }
  return null;
}

function within(node: globalThis.Text, offset: number): Point {
  return { node, offset: Math.min(offset, node.length) };
}
