import { newId } from '@/lib/log';
import { Button, Group, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Attribute, AttributeType } from '@/lib/documents';
import { keyFor } from './attribute-keys';
import { typeNames } from './type-names';

type Props<T extends AttributeType> = {
  attribute: FormAttribute | null;
  defined: readonly FormAttribute[];
  types: readonly T[];
  /** Null when it was not kept. */
  save: (attribute: FormAttribute & { type: T }) => Promise<unknown>;
  close: () => void;
  /** What else is asked, below name, type and options. */
  children?: ReactNode;
};

/** What attributes of documents and of coders have in common. */
type FormAttribute = Pick<Attribute, 'id' | 'key' | 'name' | 'type' | 'options' | 'position'>;

/** A new attribute, or the name, type and options of one there is. The key is settled once: exports name columns by it. */
export function AttributeForm<T extends AttributeType>({ attribute, defined, types, save: keep, close, children }: Props<T>) {
  const [name, setName] = useState(attribute?.name ?? '');
  const [type, setType] = useState(types.find((each) => each === attribute?.type) ?? types[0]!);
  const [options, setOptions] = useState(attribute?.options ?? []);
  const [busy, setBusy] = useState(false);
  const key = attribute?.key ?? keyFor(name, defined.map((each) => each.key));
  const chooses = type === 'one-of' || type === 'many-of';
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const id = attribute?.id ?? newId();
    const position = attribute?.position ?? Math.max(-1, ...defined.map((each) => each.position)) + 1;
    const done = await keep({ id, key, name: name.trim(), type, options: chooses ? options : [], position });
    setBusy(false);
    if (done) close();
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="xs">
        <Group grow align="flex-start">
          <TextInput
            label="Name"
            required
            autoFocus
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            description={name.trim() && `Exports call it ${key}.`}
            inputWrapperOrder={['label', 'input', 'description']}
          />
          <Select
            label="Type"
            data={types.map((value) => ({ value, label: typeNames[value] }))}
            value={type}
            onChange={(value) => setType(types.find((each) => each === value) ?? types[0]!)}
            allowDeselect={false}
          />
        </Group>
        {chooses && <TagsInput label="Options" description="Press Enter after each." value={options} onChange={setOptions} splitChars={['\n', ';']} maxTags={500} />}
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" size="xs" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" size="xs" loading={busy} disabled={name.trim() === '' || (chooses && options.length === 0)}>
            {attribute ? 'Save' : 'Add'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
