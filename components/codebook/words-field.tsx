import { Textarea } from '@mantine/core';
import { fieldNames } from './field-names';
import type { Editing } from './use-editing';
import classes from './form.module.css';

type Props = { field: 'definition' | 'useWhen' | 'avoidWhen'; editing: Editing; hint: string; least: number };

export function WordsField({ field, editing, hint, least }: Props) {
  return (
    <Textarea
      label={fieldNames[field]}
      wrapperProps={{ 'data-changed': field in editing.changed || undefined }}
      classNames={{ label: classes.label, input: classes.words }}
      placeholder={hint}
      autosize
      minRows={least}
      maxLength={20_000}
      dir="auto"
      value={editing.fields[field]}
      onChange={(event) => editing.set({ [field]: event.currentTarget.value })}
    />
  );
}
