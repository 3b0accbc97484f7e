import { notifications } from '@mantine/notifications';
import type { Node } from '@tiptap/pm/model';
import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { Fault } from '@/components/ui/fault';
import { longestMemo } from '@/lib/codings';
import { readMemo, writeMemo } from './markdown';
import classes from './memo.module.css';
import { MemoTools } from './memo-tools';
import { normal } from './normal';
import { memoExtensions } from './schema';

export type EditorProps = {
  id: string;
  text: string;
  label: string;
  save: (text: string) => void;
  leave: () => void;
  done: () => void;
};

/**
 * Writing one memo. Leaving the field or Ctrl+Enter keeps it, Esc drops what was typed. What arrives from elsewhere
 * meanwhile waits until one is done: nothing is taken from under the typing hands.
 */
export function MemoEditor({ id, text, label, save, leave, done }: EditorProps) {
  const [first] = useState(text);
  const [fault, setFault] = useState<string | null>(null);
  const [linking, setLinking] = useState(false);
  const ended = useRef(false);
  const whole = useRef<HTMLDivElement>(null);
  const editor = useEditor({
    extensions: memoExtensions,
    immediatelyRender: true,
    injectCSS: false, // the page allows no style without its nonce; what is needed stands in memo.module.css
    content: readMemo(first).toJSON(),
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'data-memo': id,
        class: classes.written!,
      },
    },
  });

  // Not the editor's own way, which waits for the next frame: what is typed right after Shift+M must not be lost.
  useLayoutEffect(() => {
    editor.commands.setTextSelection(editor.state.doc.content.size);
    editor.view.focus();
    whole.current?.scrollIntoView({ block: 'nearest' });
  }, [editor]);

  /** True when there is nothing left to keep. */
  const keep = (document: Node): boolean => {
    if (ended.current || isSame(document, first)) return true;
    const written = writeMemo(document);
    const isTooLong = written.length > longestMemo;
    setFault(
      isTooLong
        ? `A memo holds ${longestMemo.toLocaleString('en')} characters at most; this one has ${written.length.toLocaleString('en')}. Please shorten it.`
        : null,
    );
    if (isTooLong) return false;
    if (text !== first && text !== written) tellReplaced();
    save(written);
    return true;
  };

  const end = (kept: boolean) => {
    if (!kept) return;
    ended.current = true;
    done();
  };

  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) end(keep(editor.state.doc));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const withControl = event.ctrlKey || event.metaKey;
    if (withControl && event.key.toLowerCase() === 'k') setLinking(true);
    else if (event.key === 'Escape' || (withControl && event.key === 'Enter')) finish(event.key === 'Escape');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const finish = (drop: boolean) => {
    if (!drop && !keep(editor.state.doc)) return;
    end(true);
    leave();
  };

  // A card may go while one writes in it, when the passage or the document changes.
  const onGone = useEffectEvent((last: Editor) => keep(last.state.doc));
  useEffect(() => () => void onGone(editor), [editor]);

  return (
    <div ref={whole} className={classes.own} onBlur={onBlur} onKeyDownCapture={onKeyDown}>
      <EditorContent editor={editor} className={classes.field} />
      <MemoTools editor={editor} linking={linking} setLinking={setLinking} />
      <Fault sentence={fault} />
    </div>
  );
}

function isSame(document: Node, text: string): boolean {
  return normal(document).eq(document.type.schema.nodeFromJSON(normal(readMemo(text)).toJSON()));
}

function tellReplaced(): void {
  const message =
    'This memo was changed in another window while you were writing. Yours stands now; Ctrl+Z in the text brings the other back.';
  notifications.show({ color: 'yellow', title: 'Your memo replaced another one', message, autoClose: false });
}
