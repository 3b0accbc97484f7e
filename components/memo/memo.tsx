'use client';

import { notifications } from '@mantine/notifications';
import { lazy, Suspense, useEffect, useState, type FocusEvent } from 'react';
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

/** A note on a coding. One's own is an editor as soon as it has the focus; until then, and for others, it is for reading. */
export function Memo({ id, text, own, label, save, leave }: Props) {
  const [writing, setWriting] = useState(false);
  useEffect(() => {
    if (own) load().catch(() => {});
  }, [own]);

  /** The focus may have gone on before the editor came. */
  const begin = async ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
    if (target !== currentTarget) return;
    const isThere = await load().then(
      () => true,
      () => false,
    );
    if (!isThere)
      notifications.show({
        id: 'memo',
        color: 'red',
        title: 'The memo cannot be opened',
        message: 'The network is away. Your codings are kept; please try the memo again later.',
      });
    else if (document.activeElement === currentTarget) setWriting(true);
  };

  if (!own) {
    return text ? (
      <div className={classes.others}>
        <RenderedMemo text={text} />
      </div>
    ) : null;
  }
  const shown = text ? <RenderedMemo text={text} /> : <p className={classes.placeholder}>{placeholder}</p>;
  if (writing) {
    return (
      <Suspense fallback={<div className={classes.own}>{shown}</div>}>
        <MemoEditor {...{ id, text, label, save, leave }} done={() => setWriting(false)} />
      </Suspense>
    );
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
      onFocus={(event) => void begin(event)}
    >
      {shown}
    </div>
  );
}

const placeholder = 'Memo: why this code here?';

/** The editor is fetched once a memo of one's own is in sight, and mounted for the one that is written in. */
const load = () => import('./memo-editor');
const MemoEditor = lazy(async () => ({ default: (await load()).MemoEditor }));
