import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { chosenOf, joinChosen } from '@/lib/documents';
import { languageChoices } from '../languages';
import type { Column } from './described';
import classes from './table.module.css';

type Props = {
  column: Column;
  /** What the cell holds, or the first letter typed over it. */
  begin: string;
  /** `move` says where the keys go next. */
  done: (value: string, move: 'down' | 'right' | 'stay') => void;
  cancel: () => void;
};

/** One cell while it is written in. Enter keeps and goes down, Tab keeps and goes right, Escape leaves it as it was. */
export function CellEditor({ column, begin, ...ends }: Props) {
  const [value, setValue] = useState(begin);
  /** The focus leaves a field that goes: what was ended by a key must not be ended again by that. */
  const ended = useRef(false);
  const once = (end: () => void) => {
    if (!ended.current) end();
    ended.current = true;
  };
  const done = (said: string, move: 'down' | 'right' | 'stay') => once(() => ends.done(said, move));
  const cancel = () => once(ends.cancel);
  const chooses = column.type === 'one-of' || column.type === 'language';
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Tab') done(value, 'right');
    else if (event.key === 'Enter' && !chooses && column.type !== 'many-of') done(value, 'down');
    else return;
    event.preventDefault();
  };
  const shared = {
    'aria-label': column.name,
    autoFocus: true,
    variant: 'unstyled',
    className: classes.editor,
    size: 'xs',
  } as const;
  if (chooses) {
    const data =
      column.type === 'language'
        ? languageChoices(begin || null)
        : column.options.map((option) => ({ value: option, label: option }));
    return (
      <div onKeyDown={press}>
        <Select
          {...shared}
          data={data}
          value={data.some((each) => each.value === value) ? value : null}
          onChange={(next) => done(next ?? '', 'stay')}
          onBlur={cancel}
          defaultDropdownOpened
          searchable
          clearable
          comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
        />
      </div>
    );
  }
  if (column.type === 'many-of') {
    return (
      <div onKeyDown={press}>
        <MultiSelect
          {...shared}
          data={column.options}
          value={chosenOf(value)}
          onChange={(next) => setValue(joinChosen(next))}
          onBlur={() => done(value, 'stay')}
          defaultDropdownOpened
          searchable
        />
      </div>
    );
  }
  return (
    <TextInput
      {...shared}
      value={value}
      maxLength={column.key === '#title' ? 300 : 2_000}
      dir="auto"
      onChange={(event) => setValue(event.currentTarget.value)}
      onKeyDown={press}
      onBlur={() => done(value, 'stay')}
    />
  );
}
