import { MultiSelect, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { fieldChoices, type DocumentSummary, type FilterField } from '@/lib/documents';
import { languageName } from '../languages';

type Props = {
  field: FilterField;
  documents: readonly Pick<DocumentSummary, 'language' | 'attributes'>[];
  wanted: readonly string[];
  want: (wanted: string[]) => void;
};

/** No value of an attribute begins with a line end. */
const none = '\nnone';

/** Several of the values that documents have; of addresses, words that stand in them. */
export function ChoiceField({ field, documents, wanted, want }: Props) {
  const choices = useMemo(() => fieldChoices(documents, field), [documents, field]);
  if (field.type === 'url') {
    return (
      <TextInput
        label={field.name}
        size="xs"
        placeholder="Part of the address"
        value={wanted[0] ?? ''}
        onChange={(event) => want([event.currentTarget.value.trim()].filter(Boolean))}
      />
    );
  }
  const all = [...new Set([...choices, ...wanted])];
  return (
    <MultiSelect
      label={field.name}
      size="xs"
      placeholder={wanted.length === 0 ? 'Any' : undefined}
      data={all.map((value) => ({ value: value || none, label: labelOf(field, value) }))}
      value={wanted.map((value) => value || none)}
      onChange={(chosen) => want(chosen.map((value) => (value === none ? '' : value)))}
      nothingFoundMessage="No document says that"
      clearButtonProps={{ 'aria-label': `Clear ${field.name}` }}
      limit={200}
      searchable
      clearable
      hidePickedOptions
    />
  );
}

function labelOf({ type }: FilterField, value: string): string {
  if (value === '') return 'Not said';
  return type === 'language' ? `${languageName(value)} (${value})` : value;
}
