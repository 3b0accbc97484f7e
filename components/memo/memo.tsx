'use client';

import { useState } from 'react';
import { MemoEditor } from './memo-editor';
import classes from './memo.module.css';
import { RenderedMemo } from './rendered-memo';

type Props = {
  /** Which coding it is on: the key that writes memos looks for it. */
  id: string;
  text: string;
  own: boolean;
  /** What it is called by screen readers. */
  label: string;
  save: (text: string) => void;
  /** Back to where one came from, after writing. */
  leave: () => void;
};

/**
 * A note on a coding. One's own is an editor as soon as it has the focus, at once, so that no key is lost; until then, and
 * for others, it is for reading, for a passage may have fifty of them.
 */
export function Memo({ id, text, own, label, save, leave }: Props) {
  const [writing, setWriting] = useState(false);

  if (!own) {
    return text ? (
      <div className={classes.others}>
        <RenderedMemo text={text} />
      </div>
    ) : null;
  }
  const shown = text ? <RenderedMemo text={text} /> : <p className={classes.placeholder}>{placeholder}</p>;
  if (writing) {
    return <MemoEditor {...{ id, text, label, save, leave }} done={() => setWriting(false)} />;
  }
  return (
    <div
      role="textbox"
      aria-multiline
      aria-label={label}
      aria-placeholder={placeholder}
      tabIndex={0}
      data-memo={id}
      className={classes.own}
      onFocus={({ target, currentTarget }) => target === currentTarget && setWriting(true)}
    >
      {shown}
    </div>
  );
}

const placeholder = 'Memo: why this code here?';
