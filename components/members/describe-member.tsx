'use client';

import { Button, Group, Stack } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { AttributeInput } from '@/components/documents/attribute-input';
import { valueFault } from '@/lib/documents';
import { useProject, useSend } from '@/components/project/provider';
import { Dialog } from '@/components/ui/dialog';
import type { Member } from '@/lib/projects';
import { attributesInOrder } from './attributes-in-order';

type Props = { member: Member; opened: boolean; close: () => void };

/** What is said of one coder, asked for in the way each attribute wants. */
export function DescribeMember({ member, opened, close }: Props) {
  return (
    <Dialog opened={opened} onClose={close} title={`About ${member.name}`} size="30rem" large={{ fullScreen: false }}>
      <Form member={member} close={close} />
    </Dialog>
  );
}

function Form({ member: { id, attributes }, close }: Omit<Props, 'opened'>) {
  const { coderAttributes } = useProject();
  const send = useSend();
  const defined = attributesInOrder(coderAttributes.values());
  const before = new Map(defined.map(({ key }) => [key, Object.hasOwn(attributes, key) ? attributes[key]! : '']));
  const [values, setValues] = useState(before);
  const [busy, setBusy] = useState(false);
  const faulty = defined.some((each) => !each.type.endsWith('-of') && valueFault(each, values.get(each.key) ?? ''));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const set = Object.fromEntries(
      [...values].flatMap(([key, value]) => (value.trim() === before.get(key) ? [] : [[key, value.trim()]])),
    );
    const done = Object.keys(set).length === 0 || (await send('member.describe', { userId: id, set }));
    setBusy(false);
    if (done) close();
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="sm">
        {defined.map((attribute) => (
          <AttributeInput
            key={attribute.id}
            attribute={attribute}
            value={values.get(attribute.key) ?? ''}
            onChange={(value) => setValues(new Map(values).set(attribute.key, value))}
          />
        ))}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" size="xs" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" size="xs" loading={busy} disabled={faulty}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
