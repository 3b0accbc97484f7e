import type { Brush, Stroke } from './brush';
import type { TextView } from './text-view';

/** Paints by the editor's decorations, for browsers that cannot paint ranges. Strokes of one frame are drawn together. */
export class DecorationBrush implements Brush {
  readonly #strokes = new Set<Stroke>();
  #frame = 0;

  constructor(
    private readonly view: TextView,
    private readonly styleOf: (stroke: Stroke) => string,
  ) {}

  draw(stroke: Stroke): () => void {
    this.#strokes.add(stroke);
    this.#schedule();
    return () => {
      this.#strokes.delete(stroke);
      this.#schedule();
    };
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
  }

  #schedule(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.view.decorate([...this.#strokes].map((stroke) => ({ ...stroke, style: this.styleOf(stroke) })));
    });
  }
}
