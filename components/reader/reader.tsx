'use client';

import { useImperativeHandle, useMemo } from 'react';
import { Handles } from './handles';
import { Lane } from './lane';
import { Passages } from './passages';
import type { ReaderProps } from './props';
import styles from './reader.module.css';
import { usePointed } from './use-pointed';
import { useSurface } from './use-surface';

/** A text to read and code: its passages painted, its margin drawn, a caret in it, and no way to alter it. */
export function Reader({ ref, ...props }: ReaderProps) {
  const { text, direction, language, codes, coders, viewerId, active, dimmed, called } = props;
  const { host, speaker, lane, hover, scheme, acts, setPreview } = useSurface(props);
  const pointed = usePointed(acts);
  const names = useMemo(() => ({ codes, coders, viewerId }), [codes, coders, viewerId]);
  useImperativeHandle(ref, () => acts, [acts]);

  return (
    <div className={styles.reader} dir={direction}>
      <div className={styles.columns}>
        <div className={styles.page}>
          <div ref={host} className={styles.text} {...pointed} />
          <Handles places={lane.handles} ruler={{ text, language }} acts={acts} onPreview={setPreview} />
        </div>
        <Lane {...{ lane, names, active, hover, scheme, acts, dimmed, called }} />
      </div>
      <Passages codings={lane.codings} names={names} onGo={acts.goTo} called={called} />
      <div ref={speaker} role="status" className={styles.unseen} />
    </div>
  );
}
