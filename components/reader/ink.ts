import type { Code } from '@/lib/codebook';
import type { Coding } from '@/lib/codings';
import type { Table } from '@/lib/log';
import { highlightsInherit } from './brush';
import { highlightSheet, type Scheme } from './highlight-sheet';

/** The colour of a coding whose code this browser does not know. */
export const unknownColor = '#868e96';

/** The colours of a codebook as numbered slots, and the style sheet that gives each slot its look. */
export class Ink {
  readonly #slots = new Map<string, number>();
  readonly #sheet = new CSSStyleSheet();
  #written = '';

  constructor(private readonly prefix: string) {
    document.adoptedStyleSheets.push(this.#sheet);
  }

  /** Takes in the codes' colours. A colour keeps its slot, so what is painted stays right. */
  write(codes: Table<Code>, scheme: Scheme): void {
    for (const color of [unknownColor, ...[...codes.values()].map((code) => code.color)]) {
      if (!this.#slots.has(color)) this.#slots.set(color, this.#slots.size);
    }
    const bearer = highlightsInherit() ? '.ProseMirror' : '[data-kind]';
    const css = highlightSheet([...this.#slots.keys()], { prefix: this.prefix, scheme, bearer });
    if (css !== this.#written) this.#sheet.replaceSync(css);
    this.#written = css;
  }

  slotOf(coding: Coding | undefined, codes: Table<Code>): number {
    const color = (coding && codes.get(coding.codeId)?.color) ?? unknownColor;
    return this.#slots.get(color) ?? 0;
  }

  colorOf(slot: number): string {
    return [...this.#slots.keys()][slot] ?? unknownColor;
  }

  destroy(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }
}
