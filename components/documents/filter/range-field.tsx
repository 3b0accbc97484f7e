import { Input, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { valueFault, type FilterField } from '@/lib/documents';
import classes from './filter.module.css';

type Props = {
  field: FilterField & { type: 'number' | 'date' };
  wanted: readonly string[];
  want: (wanted: string[]) => void;
};

/** The least and the greatest value: either may be left open. What is half written, and no value yet, changes nothing. */
export function RangeField({ field, wanted, want }: Props) {
  const [from = '', to = ''] = (wanted[0] ?? '').split('..');
  const label = useId();
  const [written, setWritten] = useState({ from, to });
  const shown = wanted.length === 0 && isSound(field, written) ? { from: '', to: '' } : written;
  const write = (next: { from: string; to: string }) => {
    setWritten(next);
    if (isSound(field, next)) want(next.from || next.to ? [`${next.from}..${next.to}`] : []);
  };
  const fault = valueFault(field, shown.from) ?? valueFault(field, shown.to);
  return (
    <div role="group" aria-labelledby={label} className={classes.range}>
      <Input.Label id={label} labelElement="div" size="xs">
        {field.name}
      </Input.Label>
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          size="xs"
          aria-label={`${field.name} ${end}`}
          placeholder={examples[field.type][end]}
          inputMode={field.type === 'number' ? 'decimal' : undefined}
          value={shown[end]}
          error={valueFault(field, shown[end]) !== null}
          onChange={(event) => write({ ...shown, [end]: event.currentTarget.value.trim() })}
        />
      ))}
      {fault && <Input.Error size="xs">{fault}</Input.Error>}
    </div>
  );
}

const examples = { date: { from: 'from 2023-03', to: 'to 2023-06' }, number: { from: 'from', to: 'to' } };

function isSound(field: FilterField, ends: { from: string; to: string }): boolean {
  return Object.values(ends).every((end) => valueFault(field, end) === null);
}
