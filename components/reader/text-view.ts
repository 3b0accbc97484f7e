import { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { slice, snap, type Span } from '@/lib/text';
import { readerDocument, type Source } from './document';
import { locked } from './locked';
import { readerNodes } from './schema';
import { Stage } from './stage';

type Options = Source & {
  label: string;
  language: string | null;
  onSelection: (span: Span | null) => void;
  onKey: (event: KeyboardEvent) => boolean;
  onDrop: (event: DragEvent) => void;
};

/** The text in an editor that never changes it: gives it a caret and a selection, measured in offsets of the text. */
export class TextView {
  readonly stage: Stage;
  readonly #editor: Editor;
  readonly #text: string;
  #decorations = DecorationSet.empty;

  constructor(host: HTMLElement, options: Options) {
    const { content, sections, places } = readerDocument(options);
    this.#text = options.text;
    this.#editor = new Editor({
      element: host,
      content,
      extensions: [...readerNodes(), locked(() => this.#copied())],
      enableCoreExtensions: false,
      injectCSS: false,
      onSelectionUpdate: () => options.onSelection(this.selection()),
      editorProps: {
        attributes: attributesOf(options),
        decorations: () => this.#decorations,
        handleKeyDown: (view, event) => {
          if (event.key.length === 1) catchUp(view);
          return options.onKey(event);
        },
        handleDOMEvents: { drop: (_, event) => (options.onDrop(event), false) },
      },
    });
    this.stage = new Stage(this.#editor.view.dom, sections, places);
  }

  /** What is selected, widened to whole characters; null when nothing is. */
  selection(): Span | null {
    const { from, to } = this.#editor.state.selection;
    const span = from === to ? null : this.stage.places.span(from, to);
    return span && snap(this.#text, span);
  }

  caret(): number {
    return this.stage.places.offset(this.#editor.state.selection.head);
  }

  select(span: Span): void {
    const { from, to } = this.stage.places.positions(span);
    this.#setSelection(from, to);
  }

  putCaret(offset: number): void {
    const at = this.stage.places.position(offset);
    this.#setSelection(at, at);
  }

  focus(): void {
    this.#editor.view.focus();
  }

  /** The offset nearest to a point of the window, or null outside the text. */
  offsetAt(x: number, y: number): number | null {
    const found = this.#editor.view.posAtCoords({ left: x, top: y });
    return found && this.stage.places.offset(found.pos);
  }

  /** Gives stretches a look of their own, instead of those before. */
  decorate(stretches: readonly (Span & { style: string })[]): void {
    if (this.#editor.isDestroyed) return;
    const { view } = this.#editor;
    catchUp(view); // drawing anew would bring back the selection that the editor knows of
    const { state } = view;
    const decorations = stretches.map((stretch) => {
      const { from, to } = this.stage.places.positions(stretch);
      return Decoration.inline(from, to, { style: stretch.style });
    });
    this.#decorations = DecorationSet.create(state.doc, decorations);
    view.updateState(state);
  }

  destroy(): void {
    this.#editor.destroy();
  }

  #setSelection(from: number, to: number): void {
    const { state, view } = this.#editor;
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
  }

  #copied(): string {
    const { from, to } = this.#editor.state.selection;
    const span = this.stage.places.span(from, to);
    return span ? slice(this.#text, span) : '';
  }
}

/**
 * Takes over what the browser has selected. The browser says so a moment later than it does so, and a code's key that
 * follows a Shift+arrow at once must find the words that the person sees selected.
 */
function catchUp(view: EditorView): void {
  const seen = view.dom.ownerDocument.getSelection();
  const { anchorNode, focusNode } = seen ?? {};
  if (!seen || !anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  const { doc, selection, tr } = view.state;
  const anchor = doc.resolve(view.posAtDOM(anchorNode, seen.anchorOffset));
  const head = doc.resolve(view.posAtDOM(focusNode, seen.focusOffset));
  if (anchor.pos === selection.anchor && head.pos === selection.head) return;
  view.dispatch(tr.setSelection(TextSelection.between(anchor, head)));
}

function attributesOf({ label, direction, language }: Options): Record<string, string> {
  return {
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-readonly': 'true',
    'aria-label': label,
    dir: direction,
    ...(language ? { lang: language } : {}),
    spellcheck: 'false',
    autocorrect: 'off',
    autocapitalize: 'off',
    translate: 'no',
    inputmode: 'none',
    tabindex: '0',
  };
}
