import { MultiSelect, Select, TextInput } from '@mantine/core';
import { chosenOf, joinChosen, valueFault, type Attribute } from '@/lib/documents';

type Props = {
  attribute: Pick<Attribute, 'name' | 'type' | 'options' | 'required'>;
  value: string;
  onChange: (value: string) => void;
};

/** One value of a document, asked for in the way its type wants. */
export function AttributeInput({ attribute, value, onChange }: Props) {
  const { name, type, options, required = false } = attribute;
  const fault = valueFault(attribute, value);
  const asked = { label: name, withAsterisk: required, error: fault };
  if (type === 'one-of') {
    return <Select {...asked} data={withValues(options, [value])} value={value || null} onChange={(next) => onChange(next ?? '')} clearable searchable />;
  }
  if (type === 'many-of') {
    const chosen = chosenOf(value);
    return <MultiSelect {...asked} data={withValues(options, chosen)} value={chosen} onChange={(next) => onChange(joinChosen(next))} clearable searchable />;
  }
  return (
    <TextInput
      {...asked}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
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
