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

  /** Puts the next few that wait in order, few enough not to be felt; false when none is left. */
  settleSome(few = fewAtOnce): boolean {
    for (const coding of this.#waiting.splice(0, few)) this.#index.put(coding);
    return this.#waiting.length > 0;
  }

  within(span: Span): Coding[] {
    const ordered = this.#index.within(span);
    return this.#waiting.length === 0
      ? ordered
      : [...ordered, ...this.#waiting.filter((coding) => overlaps(coding, span))];
  }

  at(offset: number): Coding[] {
    return this.within({ start: offset, end: offset + 1 });
  }

  get(id: string): Coding | undefined {
    return this.#index.get(id) ?? this.#waiting.find((coding) => coding.id === id);
  }

  put(coding: Coding): void {
    this.#settled().put(coding);
  }

  remove(id: string): void {
    this.#settled().remove(id);
  }

  all(): Coding[] {
    return this.#settled().all();
  }

  #settled(): IntervalIndex<Coding> {
    while (this.settleSome());
    return this.#index;
  }
}

/** Some 5 to 10 ms of work. */
const fewAtOnce = 1_000;
