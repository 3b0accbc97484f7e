import { intersection } from '@/lib/text';
import { countWhile } from '@/lib/text/count-while';
import type { Brush } from './brush';
import type { Found } from './props';
import type { Section } from './sections';

type Parts = { sections: readonly Section[]; brush: Brush };

/** Marks what a search has found in the sections near the screen, the find that is looked at more strongly. */
export class Finds {
  readonly #near = new Map<number, (() => void)[]>();
  #found: Found | undefined;

  constructor(private readonly parts: Parts) {}

  show(found: Found | undefined): void {
    if (found === this.#found) return;
    this.#found = found;
    for (const section of [...this.#near.keys()]) this.enter(section);
  }

  enter(section: number): void {
    this.leave(section);
    this.#near.set(section, this.#draw(section));
  }

  leave(section: number): void {
    for (const erase of this.#near.get(section) ?? []) erase();
    this.#near.delete(section);
  }

  #draw(section: number): (() => void)[] {
    const place = this.parts.sections[section];
    if (!place || !this.#found) return [];
    const { spans, at } = this.#found;
    const strokes: (() => void)[] = [];
    const first = countWhile(spans.length, (index) => (spans[index]?.end ?? Infinity) <= place.start);
    for (let index = first; index < spans.length; index++) {
      const part = intersection(spans[index]!, place);
      if (!part) break;
      strokes.push(this.parts.brush.draw({ ...part, slot: 0, layer: index === at ? 'aim' : 'found' }));
    }
    return strokes;
  }
}
