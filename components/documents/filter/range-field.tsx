import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { valueFault, type FilterField } from '@/lib/documents';
import classes from './filter.module.css';

type Props = { field: FilterField; wanted: readonly string[]; want: (wanted: string[]) => void };

/** The least and the greatest value: either may be left open. What is half written, and no value yet, changes nothing. */
export function RangeField({ field, wanted, want }: Props) {
  const [from = '', to = ''] = (wanted[0] ?? '').split('..');
  const [written, setWritten] = useState({ from, to });
  const shown = wanted.length === 0 && isSound(field, written) ? { from: '', to: '' } : written;
  const write = (next: { from: string; to: string }) => {
    setWritten(next);
    if (isSound(field, next)) want(next.from || next.to ? [`${next.from}..${next.to}`] : []);
  };
  return (
    <fieldset className={classes.range}>
      <legend>{field.name}</legend>
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          size="xs"
          aria-label={`${field.name} ${end}`}
          placeholder={field.type === 'date' ? `${end} YYYY-MM-DD` : end}
          inputMode={field.type === 'number' ? 'decimal' : undefined}
          value={shown[end]}
          error={valueFault(field, shown[end])}
          onChange={(event) => write({ ...shown, [end]: event.currentTarget.value.trim() })}
        />
      ))}
    </fieldset>
  );
}

function isSound(field: FilterField, ends: { from: string; to: string }): boolean {
  return Object.values(ends).every((end) => valueFault(field, end) === null);
}
