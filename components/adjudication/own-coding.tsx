import { Button, Group, Select } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useProject } from '@/components/project/provider';
import { inOrder } from '@/lib/codebook';
import { overlaps, snap, trimmed, type Span } from '@/lib/text';
import classes from './adjudication.module.css';
import type { Case, Part } from './queue';

type Props = { found: Case; add: (part: Part) => void; cancel: () => void };

/**
 * Another coding than anybody's: words selected in the passage, by mouse or with Shift and the arrows, and a code for them.
 * A field gives text a caret, whatever the keyboard or screen reader; it takes nothing that is typed. One that the browser
 * knows to be for reading has no caret that keys can move.
 */
export function OwnCoding({ found, add, cancel }: Props) {
  const { codes } = useProject();
  const [codeId, setCodeId] = useState<string | null>(null);
  const [span, setSpan] = useState<Span | null>({ start: found.start, end: found.end });
  const field = useRef<HTMLTextAreaElement>(null);
  const { start: from, text } = found.around;
  const choices = useMemo(
    () =>
      inOrder(codes.values()).flatMap(({ code, depth }) =>
        code.archived ? [] : [{ value: code.id, label: '  '.repeat(depth) + code.name }],
      ),
    [codes],
  );
  useEffect(() => {
    const words = field.current!;
    const refuse = (event: Event) => event.preventDefault();
    words.addEventListener('beforeinput', refuse);
    words.focus();
    words.setSelectionRange(found.start - from, found.end - from);
    return () => words.removeEventListener('beforeinput', refuse);
  }, [found.start, found.end, from]);
  const noticed = () => {
    const { selectionStart, selectionEnd } = field.current!;
    const chosen =
      selectionStart < selectionEnd ? trimmed(text, snap(text, { start: selectionStart, end: selectionEnd })) : null;
    setSpan(chosen && { start: chosen.start + from, end: chosen.end + from });
  };
  const quote = span ? text.slice(span.start - from, span.end - from) : '';
  const touches = span !== null && overlaps(span, found);
  return (
    <div className={classes.own} role="group" aria-label="Another coding">
      <label htmlFor="own-words">Select the words</label>
      <textarea
        id="own-words"
        ref={field}
        className={classes.words}
        aria-readonly
        inputMode="none"
        dir="auto"
        rows={6}
        value={text}
        onChange={() => {}}
        onSelect={noticed}
      />
      <p className={classes.quiet} aria-live="polite">
        {touches ? <q dir="auto">{quote}</q> : 'Select words that touch the passage.'}
      </p>
      <Select label="Code" placeholder="Choose a code" searchable data={choices} value={codeId} onChange={setCodeId} />
      <Group gap="xs">
        <Button
          size="xs"
          disabled={!touches || codeId === null}
          onClick={() => add({ codeId: codeId!, ...span!, quote })}
        >
          Add to the decision
        </Button>
        <Button size="xs" variant="default" onClick={cancel}>
          Cancel
        </Button>
      </Group>
    </div>
  );
}
