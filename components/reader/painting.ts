import type { Coding } from '@/lib/codings';
import { intersection, type Span } from '@/lib/text';
import type { Brush } from './brush';
import type { CodingIndex } from './coding-index';
import type { Depths } from './depths';
import type { Section } from './sections';

type Parts = {
  sections: readonly Section[];
  index: CodingIndex;
  depths: Depths;
  brush: Brush;
  slotOf: (coding: Coding) => number;
};

/** A stretch that is singled out, in a colour. */
export type Lit = Span & { slot: number };

/** Keeps the sections near the screen painted, and only those: what is far away costs nothing. */
export class Painting {
  readonly #near = new Map<number, Map<string, () => void>>();
  #lit: readonly Lit[] = [];
  #unlight: (() => void)[] = [];

  constructor(private readonly parts: Parts) {}

  /** The sections that are painted, in order. */
  get near(): number[] {
    return [...this.#near.keys()].sort((a, b) => a - b);
  }

  enter(section: number): void {
    const place = this.parts.sections[section];
    if (!place || this.#near.has(section)) return;
    this.#near.set(section, new Map());
    const codings = this.parts.index.within(place);
    this.parts.depths.assign(codings);
    for (const coding of codings) this.#draw(section, coding);
    this.light(this.#lit);
  }

  leave(section: number): void {
    const strokes = this.#near.get(section);
    this.#near.delete(section);
    for (const erase of strokes?.values() ?? []) erase();
    this.light(this.#lit);
  }

  /** A coding that the index has just taken in. */
  put(coding: Coding): void {
    const sections = this.near.filter((section) => this.#shows(section, coding));
    if (sections.length === 0) return;
    this.parts.depths.assign(this.parts.index.within(coding));
    for (const section of sections) this.#draw(section, coding);
  }

  drop(id: string): void {
    for (const strokes of this.#near.values()) {
      strokes.get(id)?.();
      strokes.delete(id);
    }
    this.parts.depths.drop(id);
  }

  /** Paints everything near anew, as when colours have changed or a section was drawn again. */
  repaint(): void {
    const { near } = this;
    for (const section of near) this.leave(section);
    for (const section of near) this.enter(section);
  }

  /** Singles stretches out instead of those before. */
  light(lit: readonly Lit[]): void {
    this.#lit = lit;
    for (const erase of this.#unlight) erase();
    this.#unlight = lit.flatMap((stretch) => this.near.flatMap((section) => this.#drawLit(section, stretch)));
  }

  #drawLit(section: number, stretch: Lit): (() => void)[] {
    const part = intersection(stretch, this.parts.sections[section] ?? { start: 0, end: 0 });
    return part ? [this.parts.brush.draw({ ...part, slot: stretch.slot, layer: 'lit' })] : [];
  }

  #draw(section: number, coding: Coding): void {
    const place = this.parts.sections[section];
    const part = place && intersection(coding, place);
    if (!part) return;
    const stroke = { ...part, slot: this.parts.slotOf(coding), layer: this.parts.depths.get(coding.id) ?? 0 };
    this.#near.get(section)?.set(coding.id, this.parts.brush.draw(stroke));
  }

  #shows(section: number, coding: Coding): boolean {
    const place = this.parts.sections[section];
    return place !== undefined && coding.start < place.end && place.start < coding.end;
  }
}
