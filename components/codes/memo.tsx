import { Textarea } from '@mantine/core';
import { useRef } from 'react';
import type { Coding } from '@/lib/codings';
import classes from './codes.module.css';

type Props = {
  coding: Coding;
  own: boolean;
  codeName: string;
  save: (coding: Coding, text: string) => void;
  leave: () => void;
};

/** A note on a coding. One's own is kept when one leaves the field or presses Ctrl+Enter; Esc drops what was typed. */
export function Memo({ coding, own, codeName, save, leave }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  if (!own)
    return coding.memo ? (
      <p className={classes.memo} dir="auto">
        {coding.memo}
      </p>
    ) : null;
  return (
    <Textarea
      ref={field}
      size="xs"
      autosize
      minRows={1}
      maxRows={10}
      maxLength={20_000}
      dir="auto"
      aria-label={`Memo on ${codeName}`}
      placeholder="Memo: why this code here?"
      data-memo={coding.id}
      classNames={{ input: classes.memoField }}
      defaultValue={coding.memo}
      onBlur={(event) => {
        const text = event.currentTarget.value.trim();
        if (text !== coding.memo) save(coding, text);
      }}
      onKeyDown={(event) => {
        const confirmed = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (!confirmed && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        if (!confirmed && field.current) field.current.value = coding.memo;
        leave();
      }}
    />
  );
}
