import { ActionIcon, Button, Checkbox, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { ReaderHandle } from '@/components/reader';
import classes from './find.module.css';
import type { Finding } from './use-finding';

type Props = {
  finding: Finding;
  direction: 'ltr' | 'rtl';
  reveal: ReaderHandle['reveal'];
  /** Opens the list of all finds, to code them; null for those who do not code. */
  codeAll: (() => void) | null;
};

/** Looks for words in the document. Enter goes on, Shift+Enter back; Esc leaves the find selected, ready for a code. */
export function FindBar({ finding, direction, reveal, codeAll }: Props) {
  const { query, options, hits, at, ask, choose, step, close } = finding;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  useFirstFind(finding, reveal);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
  };

  return (
    <div role="search" aria-label="In this document" className={classes.bar}>
      <TextInput
        ref={field}
        size="xs"
        className={classes.field}
        aria-label="Find in this document"
        placeholder="Find in this document"
        dir={query === '' ? direction : 'auto'}
        spellCheck={false}
        maxLength={500}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={query}
        onChange={(event) => ask(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span className={classes.count} role="status">
        {query === '' ? '' : hits.length === 0 ? 'Not found' : `${at + 1} of ${hits.length}`}
      </span>
      <Act label="Previous find (Shift+Enter)" run={() => step(-1)} disabled={hits.length === 0}>
        <IconChevronUp size={16} />
      </Act>
      <Act label="Next find (Enter)" run={() => step(1)} disabled={hits.length === 0}>
        <IconChevronDown size={16} />
      </Act>
      <Checkbox
        size="xs"
        label="Whole words"
        checked={options.words}
        onChange={() => choose({ ...options, words: !options.words })}
      />
      <Checkbox
        size="xs"
        label="Match accents"
        checked={options.accents}
        onChange={() => choose({ ...options, accents: !options.accents })}
      />
      {codeAll && (
        <Button size="compact-xs" variant="default" disabled={hits.length === 0} onClick={codeAll}>
          Code all…
        </Button>
      )}
      <Act label="Close the search (Esc)" run={close}>
        <IconX size={16} />
      </Act>
    </div>
  );
}

/** Brings the find into sight that a new question leads to. */
function useFirstFind({ query, hits, at }: Finding, reveal: Props['reveal']): void {
  const shown = useRef('');
  useEffect(() => {
    const hit = hits[at];
    if (!hit || shown.current === query) return;
    shown.current = query;
    reveal(hit);
  }, [query, hits, at, reveal]);
}

type ActProps = { label: string; run: () => void; disabled?: boolean; children: ReactNode };

function Act({ label, run, disabled, children }: ActProps) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon size="sm" variant="subtle" color="gray" aria-label={label} onClick={run} disabled={disabled}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
