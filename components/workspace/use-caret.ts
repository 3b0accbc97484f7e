import { useEffect, useState, type RefObject } from 'react';
import type { ReaderHandle } from '@/components/reader';

/** The caret of a text while that has the focus, and afterwards where it was left; -1 before it was ever there. */
export function useCaret(reader: RefObject<ReaderHandle | null>): number {
  const [caret, setCaret] = useState(-1);
  useEffect(() => {
    let frame = 0;
    const follow = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (reader.current?.hasFocus()) setCaret(reader.current.caret());
      });
    };
    document.addEventListener('selectionchange', follow);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', follow);
    };
  }, [reader]);
  return caret;
}
