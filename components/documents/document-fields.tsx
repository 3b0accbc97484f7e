import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useProject } from '@/components/project/provider';
import { attributesInOrder } from '@/components/workspace/documents-in-order';
import type { Direction } from '@/lib/documents';
import { AttributeInput } from './attribute-input';
import type { Fields } from './fields';
import { languageChoices } from './languages';

type Props = { fields: Fields; onChange: (fields: Fields) => void };

const directionChoices: { value: Direction; label: string }[] = [
  { value: 'ltr', label: 'Left to right' },
  { value: 'rtl', label: 'Right to left' },
];

/** Everything people say about a document. Its text is not among it: that never changes. */
export function DocumentFields({ fields, onChange }: Props) {
  const { attributes } = useProject();
  const asked = attributesInOrder(attributes.values()).filter(({ type }) => type !== 'language');
  const set = (some: Partial<Fields>) => onChange({ ...fields, ...some });
  return (
    <Stack gap="sm">
      <TextInput
        label="Title"
        required
        maxLength={300}
        dir="auto"
        value={fields.title}
        error={fields.title.trim() === '' && 'A document needs a title.'}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <Select
          label="Language"
          placeholder="Not known"
          data={languageChoices(fields.language)}
          value={fields.language}
          onChange={(language) => set({ language })}
          searchable
          clearable
        />
        <Select
          label="Direction of the text"
          data={directionChoices}
          value={fields.direction}
          onChange={(direction) => set({ direction: direction === 'rtl' ? 'rtl' : 'ltr' })}
          allowDeselect={false}
        />
        {asked.map((attribute) => (
          <AttributeInput
            key={attribute.id}
            attribute={attribute}
            value={fields.attributes[attribute.key] ?? ''}
            onChange={(value) => set({ attributes: { ...fields.attributes, [attribute.key]: value } })}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
