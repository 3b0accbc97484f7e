import type { Coding } from '@/lib/codings';
import { trimmed, type Span } from '@/lib/text';
import { movedEdge } from './edges';
import type { ReaderHandle, ReaderProps } from './props';
import { edgeMoveOf } from './resize-keys';
import { byLength } from './steps';
import type { Surface } from './surface';

/**
 * What people do with the reading surface. One object for as long as it is on screen, told of the surface and of the
 * newest props, so that what it is handed to need not be drawn again.
 */
export class Acts implements ReaderHandle {
  #surface: Surface | null = null;
  #props: ReaderProps | null = null;

  constructor(readonly point: (id: string | null) => void) {}

  attach(surface: Surface | null): void {
    this.#surface = surface;
  }

  follow(props: ReaderProps): void {
    this.#props = props;
  }

  selection = (): Span | null => this.#surface?.view.selection() ?? null;
  caret = (): number => this.#surface?.view.caret() ?? 0;
  select = (span: Span): void => this.#surface?.view.select(span);
  reveal = (span: Span): void => this.#surface?.reveal(span);
  focus = (): void => this.#surface?.view.focus();
  hasFocus = (): boolean => this.#surface?.view.stage.root.contains(document.activeElement) ?? false;
  place = (span: Span) => this.#surface?.place(span) ?? null;
  sight = (): Span | null => this.#surface?.sight() ?? null;
  offsetAt = (x: number, y: number): number | null => this.#surface?.view.offsetAt(x, y) ?? null;
  at = (offset: number): Coding[] => this.#surface?.at(offset) ?? [];
  step = (direction: 1 | -1): void => this.goTo(this.#surface?.step(direction)?.id);
  cycle = (): void => this.#single(this.#surface?.cycle() ?? null);

  /** The singled-out coding, if it is the viewer's own. */
  own = (): Coding | null => this.#surface?.own() ?? null;

  /** Singles out a coding and scrolls to it. */
  goTo = (id: string | undefined): void => {
    const coding = this.#surface?.get(id ?? null);
    if (!coding) return;
    this.#single(coding);
    this.reveal(coding);
  };

  /** Singles out a coding that is in sight, and puts the caret in it. */
  activate = (id: string): void => {
    const coding = this.#surface?.get(id);
    if (!coding) return;
    this.#single(coding);
    this.#surface?.view.putCaret(coding.start);
    this.focus();
  };

  pointedAt = (x: number, y: number): void => this.point(this.#under(x, y)[0]?.id ?? null);

  /** The text was clicked. A click that selects singles nothing out, nor does one in what is singled out already. */
  clicked = (x: number, y: number): void => {
    if (this.selection()) return;
    const here = this.#under(x, y);
    if (!here.some(({ id }) => id === this.#props?.active)) this.#props?.onActive(here[0]?.id ?? null);
  };

  dropped = (codeId: string): void => {
    const span = this.selection();
    if (span && codeId) this.#props?.onDropCode?.(codeId, span);
  };

  /** Moves the viewer's singled-out coding, without the white space around it; to nothing but white space, not at all. */
  resize = (span: Span): void => {
    const own = this.own();
    const to = this.#props && trimmed(this.#props.text, span);
    if (own && to && (own.start !== to.start || own.end !== to.end)) this.#props?.onResize(own.id, to);
  };

  key = (event: KeyboardEvent): boolean => {
    if (!this.#props || this.#props.onKey?.(event)) return true;
    const { text, language } = this.#props;
    const own = this.own();
    const move = own && edgeMoveOf(event, this.#directionOf(event.shiftKey ? own.start : own.end - 1));
    if (!move) return false;
    this.resize(movedEdge({ text, language }, own, move));
    return true;
  };

  /** The direction in which the block at an offset is written, which need not be the document's. */
  #directionOf(offset: number): 'ltr' | 'rtl' {
    const element = this.#surface?.view.stage.elementAt(offset);
    return element && getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
  }

  #under(x: number, y: number): Coding[] {
    return (this.#surface?.under(x, y) ?? []).sort(byLength);
  }

  #single(coding: Coding | null): void {
    if (coding) this.#props?.onActive(coding.id);
  }
}
