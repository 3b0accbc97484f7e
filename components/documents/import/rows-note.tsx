import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { Note } from '@/components/ui/note';
import classes from './import.module.css';

type Props = {
  tone: 'fault' | 'warning';
  /** What is the matter with them, above the list. */
  lead: string;
  label: string;
  rows: readonly { row: string | number; why: ReactNode }[];
  leftOut: boolean;
  leaveOut: (leftOut: boolean) => void;
};

/** A list is read to its end or not at all: longer ones are cut. */
const most = 200;

/** Rows that somebody has to decide about, by the number that a spreadsheet shows. */
export function RowsNote({ tone, lead, label, rows, leftOut, leaveOut }: Props) {
  return (
    <Note tone={tone}>
      {lead}
      <ul aria-label={label} className={classes.rows} tabIndex={0}>
        {rows.slice(0, most).map(({ row, why }) => (
          <li key={row}>
            Row {row}: {why}
          </li>
        ))}
        {rows.length > most && <li>and {(rows.length - most).toLocaleString('en')} more</li>}
      </ul>
      <Checkbox
        label={rows.length === 1 ? 'Leave it out' : 'Leave them out'}
        checked={leftOut}
        onChange={(event) => leaveOut(event.currentTarget.checked)}
      />
    </Note>
  );
}
