import type { Coding } from '@/lib/codings';
import { intersection, overlaps, union, type Span } from '@/lib/text';
import type { Brush, Stroke } from './brush';
import type { CodingIndex } from './coding-index';
import type { Depths } from './depths';
import { depthLimit } from './highlight-sheet';
import type { Section } from './sections';

type Parts = {
  sections: readonly Section[];
  index: CodingIndex;
  depths: Depths;
  brush: Brush;
  slotOf: (coding: Coding) => number;
  isDimmed: (coding: Coding) => boolean;
};

/** The codings without a line of their own, and what takes each stretch of their common line away. */
type More = { parts: Map<string, Span>; drawn: Map<string, () => void> };

/** A stretch that is singled out, in a colour. */
export type Lit = Span & { slot: number };

/**
 * Keeps the sections near the screen painted, and only those: what is far away costs nothing. One more coding and what
 * is singled out wait for the next frame, where a browser takes in any number of strokes at once.
 */
export class Painting {
  readonly #near = new Map<number, Map<string, () => void>>();
  /** Where there are more codings than lines, by section. */
  readonly #more = new Map<number, More>();
  #lit: readonly Lit[] = [];
  #unlight: (() => void)[] = [];
  #fresh: Coding[] = [];
  #frame = 0;

  constructor(private readonly parts: Parts) {}

  /** The sections that are painted, in order. */
  get near(): number[] {
    return [...this.#near.keys()].sort((a, b) => a - b);
  }

  enter(section: number): void {
    const place = this.parts.sections[section];
    if (!place || this.#near.has(section)) return;
    this.#near.set(section, new Map());
    this.#more.set(section, { parts: new Map(), drawn: new Map() });
    const codings = this.parts.index.within(place);
    const bright = codings.filter((coding) => !this.parts.isDimmed(coding));
    this.parts.depths.assign(bright);
    if (bright.length < codings.length) this.parts.depths.assign(codings);
    for (const coding of codings) this.#draw(section, coding);
    this.#drawMore(section);
    this.#relight();
  }

  leave(section: number): void {
    const strokes = this.#near.get(section);
    const more = this.#more.get(section);
    this.#near.delete(section);
    this.#more.delete(section);
    for (const erase of [...(strokes?.values() ?? []), ...(more?.drawn.values() ?? [])]) erase();
    this.#relight();
  }

  /** A coding that the index has just taken in. */
  put(coding: Coding): void {
    this.#fresh.push(coding);
    this.#soon();
  }

  drop(id: string): void {
    this.#fresh = this.#fresh.filter((coding) => coding.id !== id);
    for (const strokes of this.#near.values()) {
      strokes.get(id)?.();
      strokes.delete(id);
    }
    for (const [section, { parts }] of this.#more) if (parts.delete(id)) this.#drawMore(section);
    this.parts.depths.drop(id);
  }

  /** Stacks the lines anew and paints them: other codings than before are shown, or are dimmed. */
  restack(): void {
    this.parts.depths.clear();
    this.repaint();
  }

  /** Paints everything near anew, as when colours have changed or a section was drawn again. */
  repaint(): void {
    const { near } = this;
    for (const section of near) this.leave(section);
    for (const section of near) this.enter(section);
  }

  /** Singles stretches out instead of those before. */
  light(lit: readonly Lit[]): void {
    if (lit.length === 0 && this.#lit.length === 0) return;
    this.#lit = lit;
    this.#soon();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
  }

  #soon(): void {
    this.#frame ||= requestAnimationFrame(() => this.#catchUp());
  }

  #catchUp(): void {
    this.#frame = 0;
    for (const coding of this.#fresh) this.#add(coding);
    this.#fresh = [];
    this.#relight();
  }

  #add(coding: Coding): void {
    const sections = this.near.filter((section) => this.#shows(section, coding));
    if (sections.length === 0) return;
    this.parts.depths.assign(this.parts.index.within(coding));
    for (const section of sections) {
      this.#draw(section, coding);
      if (this.#isMore(coding)) this.#drawMore(section);
    }
  }

  #relight(): void {
    for (const erase of this.#unlight) erase();
    this.#unlight = this.#lit.flatMap((stretch) => this.near.flatMap((section) => this.#drawLit(section, stretch)));
  }

  #drawLit(section: number, stretch: Lit): (() => void)[] {
    const part = intersection(stretch, this.parts.sections[section] ?? { start: 0, end: 0 });
    return part ? [this.parts.brush.draw({ ...part, slot: stretch.slot, layer: 'lit' })] : [];
  }

  #draw(section: number, coding: Coding): void {
    const place = this.parts.sections[section];
    const part = place && intersection(coding, place);
    if (!part) return;
    if (this.#isMore(coding)) return void this.#more.get(section)?.parts.set(coding.id, part);
    const strokes = this.#near.get(section);
    if (strokes?.has(coding.id)) return; // with its section, which came near in the meantime
    strokes?.set(coding.id, this.parts.brush.draw({ ...part, ...this.#lookOf(coding) }));
  }

  #lookOf(coding: Coding): Pick<Stroke, 'slot' | 'layer'> {
    const depth = this.parts.depths.get(coding.id) ?? 0;
    return this.parts.isDimmed(coding)
      ? { slot: 0, layer: `faint-${depth}` }
      : { slot: this.parts.slotOf(coding), layer: depth };
  }

  /** One dotted line for all that have no line of their own, so that a crowd costs no more than a few. */
  #drawMore(section: number): void {
    const more = this.#more.get(section);
    if (!more) return;
    const before = more.drawn;
    more.drawn = new Map();
    for (const stretch of union([...more.parts.values()])) {
      const place = `${stretch.start}-${stretch.end}`;
      more.drawn.set(place, before.get(place) ?? this.parts.brush.draw({ ...stretch, slot: 0, layer: 'more' }));
      before.delete(place);
    }
    for (const erase of before.values()) erase();
  }

  #isMore({ id }: Coding): boolean {
    return this.parts.depths.get(id) === depthLimit;
  }

  #shows(section: number, coding: Coding): boolean {
    const place = this.parts.sections[section];
    return place !== undefined && overlaps(coding, place);
  }
}
