import { MultiSelect, Select, TextInput } from '@mantine/core';
import type { Attribute } from '@/lib/documents';
import { chosenOf, joinChosen, valueFault } from './fields';

type Props = { attribute: Attribute; value: string; onChange: (value: string) => void };

/** One value of a document, asked for in the way its type wants. */
export function AttributeInput({ attribute: { name, type, options }, value, onChange }: Props) {
  if (type === 'one-of') {
    return <Select label={name} data={withValues(options, [value])} value={value || null} onChange={(next) => onChange(next ?? '')} clearable searchable />;
  }
  if (type === 'many-of') {
    const chosen = chosenOf(value);
    return <MultiSelect label={name} data={withValues(options, chosen)} value={chosen} onChange={(next) => onChange(joinChosen(next))} clearable searchable />;
  }
  return (
    <TextInput
      label={name}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={valueFault(type, value)}
      placeholder={placeholders[type]}
      inputMode={type === 'number' ? 'decimal' : type === 'url' ? 'url' : undefined}
      maxLength={2_000}
      dir={type === 'text' ? 'auto' : undefined}
    />
  );
}

const placeholders: Partial<Record<Attribute['type'], string>> = { date: 'YYYY-MM-DD', url: 'https://' };

/** Options may have been taken away since a value was chosen; the value stays choosable. */
function withValues(options: readonly string[], values: readonly string[]): string[] {
  return [...new Set([...options, ...values.filter(Boolean)])];
}
