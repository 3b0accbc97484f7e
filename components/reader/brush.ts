import type { Span } from '@/lib/text';
import { highlightName, type Layer } from './highlight-sheet';
import type { Stage } from './stage';

/** A stretch of one section in one colour. */
export type Stroke = Span & { slot: number; layer: Layer };

/** Puts colour on the text without touching it. `draw` returns what takes the stroke away again. */
export type Brush = { draw(stroke: Stroke): () => void; destroy(): void };

/** Whether the browser can paint ranges (Chrome 105, Safari 17.2, Firefox 140). */
export function canPaintRanges(): boolean {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
}

let inherits: boolean | null = null;

/**
 * Whether elements take the look of highlights over from the one they are in (Chrome 134). Then the text as a whole is
 * styled, and entering a section costs no more style than plain text does.
 */
export function highlightsInherit(): boolean {
  inherits ??= canPaintRanges() && tryInheriting();
  return inherits;
}

function tryInheriting(): boolean {
  const color = 'rgb(1, 2, 3)';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`html::highlight(concord-trial) { color: ${color} }`);
  document.adoptedStyleSheets.push(sheet);
  const taken = getComputedStyle(document.head, '::highlight(concord-trial)').color;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  return taken === color;
}

/** Paints by the CSS Custom Highlight API: one Highlight for each colour and layer, holding ranges. */
export class HighlightBrush implements Brush {
  readonly #highlights = new Map<string, Highlight>();

  constructor(
    private readonly stage: Stage,
    private readonly prefix: string,
  ) {}

  draw({ slot, layer, start, end }: Stroke): () => void {
    const range = this.stage.range({ start, end });
    if (!range) return () => undefined;
    const highlight = this.#highlight(slot, layer);
    highlight.add(range);
    return () => highlight.delete(range);
  }

  destroy(): void {
    for (const name of this.#highlights.keys()) CSS.highlights.delete(name);
  }

  #highlight(slot: number, layer: Layer): Highlight {
    const name = highlightName(this.prefix, slot, layer);
    const known = this.#highlights.get(name);
    if (known) return known;
    const made = new Highlight();
    made.priority = priorityOf(layer);
    this.#highlights.set(name, made);
    CSS.highlights.set(name, made);
    return made;
  }
}

/** Which lies on top: the colours in their depths, what is singled out above them, what is looked for above all. */
function priorityOf(layer: Layer): number {
  if (typeof layer === 'number') return layer;
  return layer.startsWith('faint') ? 0 : priorities[layer as keyof typeof priorities];
}

const priorities = { more: 50, lit: 100, found: 150, aim: 200 };
