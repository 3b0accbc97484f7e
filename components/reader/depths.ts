import { compareSpans, type Placed } from '@/lib/text';

/**
 * Gives overlapping spans different depths, 0 being nearest to the text, so that stacked lines do not hide each other.
 * A span keeps its depth while others come and go: nothing jumps under a reader. Where more overlap than there are
 * depths, the rest share the deepest.
 */
export class Depths {
  readonly #given = new Map<string, number>();

  constructor(readonly limit: number) {}

  get(id: string): number | undefined {
    return this.#given.get(id);
  }

  /** Gives depths to those of the spans that have none. The list must hold all that overlap them and have one. */
  assign(spans: readonly Placed[]): void {
    const ordered = [...spans].sort(compareSpans);
    const ends = new Array<number>(this.limit).fill(0);
    ordered.forEach((span, index) => {
      const depth = this.#given.get(span.id) ?? this.#free(span, { ends, later: ordered, from: index + 1 });
      this.#given.set(span.id, depth);
      ends[depth] = Math.max(ends[depth] ?? 0, span.end);
    });
  }

  drop(id: string): void {
    this.#given.delete(id);
  }

  /** Forgets all depths: what is shown has changed by more than one or the other. */
  clear(): void {
    this.#given.clear();
  }

  /** The lowest depth that neither an earlier span (still open here) nor a later one that has its depth already takes. */
  #free(span: Placed, { ends, later, from }: { ends: number[]; later: readonly Placed[]; from: number }): number {
    const taken = ends.map((end) => end > span.start);
    for (let index = from; index < later.length; index++) {
      const other = later[index];
      if (!other || other.start >= span.end) break;
      const depth = this.#given.get(other.id);
      if (depth !== undefined) taken[depth] = true;
    }
    const free = taken.indexOf(false);
    return free < 0 ? this.limit - 1 : free;
  }
}
