import type { Coding } from '@/lib/codings';
import type { Table } from '@/lib/log';
import type { Member } from '@/lib/projects';
import { overlaps, type Span } from '@/lib/text';
import type { CodingIndex } from './coding-index';
import { Columns } from './columns';
import { handlePlaces } from './handles-view';
import { emptyLane, laneView, Ruler, type Lane } from './lane-view';
import { covers, onScreen, sightOf, type Sight } from './sight';
import type { Stage } from './stage';
import { byPlace } from './steps';

type Parts = {
  stage: Stage;
  index: CodingIndex;
  scroller: Element | null;
  near: () => readonly number[];
  listen: (lane: Lane) => void;
};

type Viewed = {
  viewerId: string;
  coders: Table<Member>;
  active: string | null;
  dimmed?: ((coding: Coding) => boolean) | undefined;
  /** The span whose edges can be dragged. */
  held: Span | null;
};

/** How long, in ms, the margin lets scrolling go on before it looks whether it must move too. */
const patience = 60;

/** Works out what the margin shows beside the text on screen, at most once a frame and only when it may differ. */
export class Margin {
  readonly columns = new Columns();
  readonly #ruler: Ruler;
  readonly #resized = new ResizeObserver(() => this.#reshape());
  #viewed: Viewed | null = null;
  #sight: Sight | null = null;
  #isSeen = false;
  #frame = 0;
  #timer = 0;
  /** Where the screen was at the last look, in px from the top of the text. */
  #looked = 0;

  constructor(private readonly parts: Parts) {
    this.#ruler = new Ruler(parts.stage);
    this.#resized.observe(parts.stage.root);
    this.#scrollTarget().addEventListener('scroll', this.#scrolled, { passive: true });
  }

  show(viewed: Viewed): void {
    this.#viewed = viewed;
    this.refresh();
  }

  /** Draws anew at the next frame. */
  refresh(): void {
    if (this.#isSeen) this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  /**
   * The sections near the screen changed, so another stretch may be in sight. Nothing is drawn before the first time, nor
   * at once then: the text is there to be read before the margin is.
   */
  moved(): void {
    this.#isSeen = true;
    this.#sight = null;
    this.#scrolled();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#resized.disconnect();
    this.#scrollTarget().removeEventListener('scroll', this.#scrolled);
  }

  #scrollTarget(): EventTarget {
    return this.parts.scroller ?? window;
  }

  readonly #scrolled = (): void => {
    this.#timer ||= window.setTimeout(() => this.#follow(), patience);
  };

  /** A text that flies by faster than anyone reads goes without its margin until it slows down. */
  #follow(): void {
    this.#timer = 0;
    const screen = this.#screen();
    const isFlying = this.#isFlying(screen);
    this.#looked = screen.top;
    if (isFlying) return this.#scrolled();
    if (this.#sight && covers(this.#sight, screen)) return;
    this.#sight = null;
    this.refresh();
  }

  /** Drawn at once, not at the next frame: labels must not lag behind text that has just been laid out. */
  #reshape(): void {
    this.#ruler.forget();
    if (!this.#isSeen) return;
    this.#sight = null;
    if (this.#isFlying(this.#screen())) this.#scrolled();
    else this.#draw();
  }

  #isFlying({ top, bottom }: { top: number; bottom: number }): boolean {
    return Math.abs(top - this.#looked) > (bottom - top) / 2;
  }

  #screen(): { top: number; bottom: number } {
    return onScreen(this.parts.stage.root, this.parts.scroller);
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.#viewed) this.parts.listen(this.#lane(this.#viewed));
  }

  #lane({ viewerId, coders, active, dimmed, held }: Viewed): Lane {
    const { stage, index, near } = this.parts;
    this.#sight ??= sightOf(stage, near(), this.#screen());
    if (this.#sight.end <= this.#sight.start) return emptyLane;
    const codings = index.within(this.#sight).sort(byPlace);
    if (dimmed) this.columns.assign(codings.filter((coding) => !dimmed(coding)));
    this.columns.assign(codings);
    const layout = this.columns.layout(viewerId, coders);
    const columnOf = (coding: Coding) => this.columns.columnOf(coding, layout);
    const handles = held && overlaps(held, this.#sight) ? handlePlaces(stage, held) : null;
    return laneView(this.#ruler, { codings, window: this.#sight, columnOf, columns: layout.count, active, handles });
  }
}
