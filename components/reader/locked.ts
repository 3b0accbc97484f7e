import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

const refused = ['beforeinput', 'paste', 'cut', 'dragstart', 'dragover', 'drop'] as const;

/**
 * Keeps the text as it is while it can hold a caret: no transaction may change the document, and the browser's own
 * ways of altering it are stopped before they begin. Selecting and copying stay the browser's.
 */
export function locked(copied: () => string): Extension {
  return Extension.create({
    name: 'locked',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction: (transaction) => !transaction.docChanged,
        props: {
          clipboardTextSerializer: copied,
          handleKeyDown: (_, event) => editing.has(event.key),
          handleDOMEvents: Object.fromEntries(refused.map((name) => [name, refuse])),
        },
      }),
    ],
  });
}

/** Keys that could only edit; left alone, the editor would begin to and the text would flicker. */
const editing = new Set(['Enter', 'Backspace', 'Delete']);

function refuse(_view: unknown, event: Event): boolean {
  event.preventDefault();
  return true;
}
