'use client';

import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useProject } from '@/components/project/provider';
import { inOrder } from '@/lib/codebook';
import { CodeRules } from './code-rules';
import classes from './codes.module.css';
import styles from './picker.module.css';
import { PickerOption } from './picker-option';
import { rank, searchable } from './rank';
import { Swatch } from './swatch';

export type Picking = {
  /** What Enter will do, as the dialog's title. */
  title: string;
  /** The words to be coded; null when there is nothing to code and the picker only shows the rules. */
  quote: string | null;
};

type Props = {
  picking: Picking | null;
  recent: readonly string[];
  choose: (codeId: string) => void;
  close: () => void;
};

/** The searchable list of codes: type, arrow, Enter. Shows the rules of the code that Enter would take. */
export function Picker({ picking, recent, choose, close }: Props) {
  return (
    <Modal
      opened={picking !== null}
      onClose={close}
      size="xl"
      yOffset="10vh"
      padding={0}
      withCloseButton={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': picking?.title ?? 'Codes' } }}
    >
      {picking && <PickerBody picking={picking} recent={recent} choose={choose} />}
    </Modal>
  );
}

type BodyProps = { picking: Picking; recent: readonly string[]; choose: (codeId: string) => void };

function PickerBody({ picking, recent, choose }: BodyProps) {
  const { codes } = useProject();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const items = useMemo(() => {
    const inUse = inOrder(codes.values()).flatMap(({ code }) => (code.archived ? [] : [code]));
    return searchable(inUse, codes);
  }, [codes]);
  const found = useMemo(() => rank(items, query, recent), [items, query, recent]);
  const marked = found[Math.min(at, found.length - 1)];
  const optionId = (id: string) => `${listId}-${id}`;

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((now) => (Math.min(now, found.length - 1) + step + found.length) % Math.max(1, found.length));
    if (event.key === 'Enter' && marked && picking.quote !== null) choose(marked.code.id);
    if (step || event.key === 'Enter') event.preventDefault();
  };

  return (
    <div className={styles.picker}>
      <p className={styles.pickerTitle}>
        <span>{picking.title}</span>
        {picking.quote !== null && <q dir="auto">{picking.quote}</q>}
      </p>
      <div className={styles.pickerSearch}>
        <IconSearch size={16} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-label="Find a code"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={marked && optionId(marked.code.id)}
          autoComplete="off"
          spellCheck={false}
          placeholder="Find a code by name, key or rule"
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={styles.pickerSplit}>
        <div id={listId} role="listbox" aria-label="Codes" className={styles.options}>
          {found.map((item, index) => (
            <PickerOption
              key={item.code.id}
              id={optionId(item.code.id)}
              item={item}
              marked={item === marked}
              recent={query === '' && recent.includes(item.code.id)}
              mark={() => setAt(index)}
              choose={() => (picking.quote === null ? setAt(index) : choose(item.code.id))}
            />
          ))}
        </div>
        <div
          className={styles.pickerRules}
          aria-live="polite"
          tabIndex={0}
          role="region"
          aria-label="Rules of the code"
        >
          {marked ? (
            <>
              <p className={classes.glanceTitle}>
                <Swatch color={marked.code.color} />
                {marked.path.join(' › ')}
              </p>
              <CodeRules code={marked.code} />
            </>
          ) : (
            <p className={classes.hint}>No code fits “{query}”.</p>
          )}
        </div>
      </div>
      <p className={styles.pickerFoot}>
        {picking.quote === null
          ? 'Nothing is selected: select words first to code them.'
          : 'Enter takes the marked code.'}{' '}
        ↑↓ move, Esc closes.
      </p>
    </div>
  );
}
