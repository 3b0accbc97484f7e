import { IntervalIndex, overlaps, type Span } from '@/lib/text';
import type { Coding } from '@/lib/codings';

/**
 * The codings shown, by place. Those that are there from the start are put in order only when someone asks for more
 * than a few screens of them, so that a text with many codings opens at once; until then a question looks at all.
 */
export class CodingIndex {
  readonly #index = new IntervalIndex<Coding>();
  #waiting: Coding[] = [];

  /** Takes in many at once, to be put in order later. */
  hold(codings: Coding[]): void {
    this.#waiting = codings;
  }

  /** Puts what waits in order: a quiet moment is best. */
  settle(): IntervalIndex<Coding> {
    for (const coding of this.#waiting) this.#index.put(coding);
    this.#waiting = [];
    return this.#index;
  }

  within(span: Span): Coding[] {
    if (this.#waiting.length === 0) return this.#index.within(span);
    return this.#waiting.filter((coding) => overlaps(coding, span));
  }

  at(offset: number): Coding[] {
    return this.within({ start: offset, end: offset + 1 });
  }

  get(id: string): Coding | undefined {
    return this.settle().get(id);
  }

  put(coding: Coding): void {
    this.settle().put(coding);
  }

  remove(id: string): void {
    this.settle().remove(id);
  }

  all(): Coding[] {
    return this.settle().all();
  }
}
