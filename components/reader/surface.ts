import { isOwn, type Coding } from '@/lib/codings';
import type { Span } from '@/lib/text';
import { canPaintRanges, HighlightBrush, type Brush } from './brush';
import { CodingIndex } from './coding-index';
import { DecorationBrush } from './decoration-brush';
import { Depths } from './depths';
import { Finds } from './finds';
import { depthLimit, highlightStyle, type Scheme } from './highlight-sheet';
import { Ink } from './ink';
import type { Lane } from './lane-view';
import { Margin } from './margin';
import { scrollerOf, watchNear } from './near';
import { Painting, type Lit } from './painting';
import type { ReaderProps } from './props';
import { scrollToSpan } from './scroll';
import { onScreen, sightOf } from './sight';
import { byPlace, cycled, stepFrom } from './steps';
import { TextView } from './text-view';

export type Shown = Pick<
  ReaderProps,
  'documentId' | 'codings' | 'codes' | 'coders' | 'viewerId' | 'active' | 'shown' | 'dimmed' | 'found'
> & {
  scheme: Scheme;
  /** Pointed at with the mouse, or focused in the margin. */
  hover: string | null;
  /** Where the singled-out coding would lie while one of its edges is dragged. */
  preview: Span | null;
};

/** Codings that began or ceased to be shown. */
export type Changes = { added: Coding[]; removed: Coding[] };

type Options = ConstructorParameters<typeof TextView>[1] & { listen: (lane: Lane) => void };

let made = 0;

/**
 * The text with its codings painted on it: all of the reading surface that is not React. It takes whole tables, finds
 * out for itself what changed in them, and tells the margin what to draw.
 */
export class Surface {
  readonly view: TextView;
  readonly margin: Margin;
  readonly #index = new CodingIndex();
  readonly #painting: Painting;
  readonly #finds: Finds;
  readonly #ink: Ink;
  readonly #brush: Brush;
  readonly #scroller: Element | null;
  readonly #stopWatching: () => void;
  #shown: Shown | null = null;
  #ordered: Coding[] | null = null;
  #settling = 0;

  constructor(host: HTMLElement, options: Options) {
    this.#scroller = scrollerOf(host);
    this.view = new TextView(host, options);
    const { stage } = this.view;
    const prefix = `concord-${made++}`;
    this.#ink = new Ink(prefix);
    this.#brush = canPaintRanges() ? new HighlightBrush(stage, prefix) : this.#decorations();
    this.#painting = new Painting({
      sections: stage.sections,
      index: this.#index,
      depths: new Depths(depthLimit + 1),
      brush: this.#brush,
      slotOf: (coding) => this.#slotOf(coding),
      isDimmed: (coding) => this.#isDimmed(coding),
    });
    this.#finds = new Finds({ sections: stage.sections, brush: this.#brush });
    const near = () => this.#painting.near;
    this.margin = new Margin({ stage, index: this.#index, scroller: this.#scroller, near, listen: options.listen });
    this.#stopWatching = watchNear([...stage.root.children], this.#scroller, (entered, left) =>
      this.#moved(entered, left),
    );
  }

  /** Shows a new state of things; returns the codings that came and went since the one before. */
  show(next: Shown): Changes {
    const before = this.#shown;
    this.#shown = next;
    this.margin.refresh(); // ahead of the painting: measuring is cheap only while nothing is painted anew
    if (next.codes !== before?.codes || next.scheme !== before.scheme) this.#recolour(next, before !== null);
    const changes = before ? this.#sync(next, before) : this.#begin(next);
    if (before && (next.dimmed !== before.dimmed || next.shown !== before.shown)) this.#restack();
    if (this.#painting.near.length === 0) this.#painting.enter(0);
    this.#painting.light(this.#lit(next));
    this.#finds.show(next.found);
    this.margin.show({ ...next, held: this.#held(next) });
    return changes;
  }

  at(offset: number): Coding[] {
    return this.#index.at(offset);
  }

  get(id: string | null): Coding | undefined {
    return id === null ? undefined : this.#index.get(id);
  }

  /** The singled-out coding, if it is the viewer's own. */
  own(): Coding | null {
    const coding = this.get(this.#shown?.active ?? null);
    return coding && this.#shown && isOwn(coding, this.#shown.viewerId) ? coding : null;
  }

  /** The codings that are painted at a point of the window. */
  under(x: number, y: number): Coding[] {
    const offset = this.view.offsetAt(x, y);
    return offset === null ? [] : this.at(offset).filter((coding) => this.view.stage.covers(coding, x, y));
  }

  /** The next or previous coding that is not dimmed, counted from the caret or the singled-out one. */
  step(direction: 1 | -1): Coding | null {
    this.#ordered ??= this.#index
      .all()
      .filter((coding) => !this.#isDimmed(coding))
      .sort(byPlace);
    return stepFrom(this.#ordered, direction, { caret: this.view.caret(), activeId: this.#shown?.active ?? null });
  }

  /** The next of the codings under the caret; at the end of a word the caret still counts as in it. */
  cycle(): Coding | null {
    const caret = this.view.caret();
    const here = this.at(caret);
    return cycled(here.length > 0 ? here : this.at(caret - 1), this.#shown?.active ?? null);
  }

  reveal(span: Span): void {
    this.view.putCaret(span.start);
    scrollToSpan(this.view.stage, this.#scroller, span);
  }

  place({ start, end }: Span): { top: number; bottom: number } | null {
    const { stage } = this.view;
    const [first, last] = [stage.elementAt(start), stage.elementAt(Math.max(start, end - 1))];
    return first && last && { top: first.getBoundingClientRect().top, bottom: last.getBoundingClientRect().bottom };
  }

  sight(): Span {
    const { stage } = this.view;
    return sightOf(stage, this.#painting.near, onScreen(stage.root, this.#scroller));
  }

  destroy(): void {
    clearTimeout(this.#settling);
    this.#stopWatching();
    this.margin.destroy();
    this.#painting.destroy();
    this.#brush.destroy();
    this.#ink.destroy();
    this.view.destroy();
  }

  /** Takes in what is there from the start; it is no news to anyone. */
  #begin(next: Shown): Changes {
    this.#index.hold([...next.codings.values()].filter((coding) => isShown(coding, next)));
    return { added: [], removed: [] };
  }

  /** Brings the index and the painting in line with the tables, touching only what differs. */
  #sync(next: Shown, before: Shown): Changes {
    const added: Coding[] = [];
    const removed: Coding[] = [];
    for (const id of differing(next, before)) {
      const was = this.#index.get(id);
      const coding = next.codings.get(id);
      const is = coding && isShown(coding, next) ? coding : undefined;
      if (was === is) continue;
      if (is) this.#put(is, was);
      else this.#drop(was!);
      if (is && !was) added.push(is);
      if (was && !is) removed.push(was);
    }
    if (added.length + removed.length > 0) this.#ordered = null;
    return { added, removed };
  }

  #put(coding: Coding, was: Coding | undefined): void {
    this.#index.put(coding);
    if (was && was.start === coding.start && was.end === coding.end && was.codeId === coding.codeId) return;
    if (was) this.#painting.drop(was.id);
    if (was) this.margin.columns.drop(was);
    this.#painting.put(coding);
    this.#ordered = null;
  }

  #drop(coding: Coding): void {
    this.#index.remove(coding.id);
    this.#painting.drop(coding.id);
    this.margin.columns.drop(coding);
  }

  #recolour({ codes, scheme }: Shown, isPainted: boolean): void {
    this.#ink.write(codes, scheme);
    if (isPainted) this.#painting.repaint();
  }

  /** The filter was set otherwise: what is left has room that it had not before. */
  #restack(): void {
    this.#painting.restack();
    this.margin.columns.clear();
    this.#ordered = null;
  }

  #isDimmed(coding: Coding): boolean {
    return this.#shown?.dimmed?.(coding) ?? false;
  }

  #lit({ active, hover, preview }: Shown): Lit[] {
    return [...new Set([active, hover])].flatMap((id) => {
      const coding = this.get(id);
      const place = (id === active && preview) || coding;
      return coding && place ? [{ start: place.start, end: place.end, slot: this.#slotOf(coding) }] : [];
    });
  }

  /** The place of the singled-out coding if it is the viewer's own, or where its edge is being dragged. */
  #held({ preview }: Shown): Span | null {
    const own = this.own();
    return own && (preview ?? own);
  }

  #slotOf(coding: Coding): number {
    return this.#shown ? this.#ink.slotOf(coding, this.#shown.codes) : 0;
  }

  #moved(entered: number[], left: number[]): void {
    for (const part of [this.#painting, this.#finds]) {
      for (const section of left) part.leave(section);
      for (const section of entered) part.enter(section);
    }
    this.margin.moved();
    this.#settling ||= window.setTimeout(() => this.#settle(), 100);
  }

  #settle(): void {
    if (this.#index.settleSome()) this.#settling = window.setTimeout(() => this.#settle(), 10);
  }

  #decorations(): Brush {
    return new DecorationBrush(this.view, ({ slot, layer }) =>
      highlightStyle(this.#ink.colorOf(slot), layer, this.#shown?.scheme ?? 'light'),
    );
  }
}

function isShown(coding: Coding, { documentId, shown }: Shown): boolean {
  return coding.documentId === documentId && (shown?.(coding) ?? true);
}

/** The ids of the codings that may have to be shown otherwise than before. */
function differing(next: Shown, before: Shown): Iterable<string> {
  const isSame = next.shown === before.shown && next.documentId === before.documentId;
  if (isSame) return next.codings.changedIds(before.codings);
  return new Set([...before.codings.values(), ...next.codings.values()].map(({ id }) => id));
}
