import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { Dialog } from '@/components/ui/dialog';
import type { Code } from '@/lib/codebook';
import { ColorField } from './color-field';
import { shortcutFault, typedShortcut } from './shortcut';

type Props = { code: Code | null; onClose: () => void };

/** A code's name, key and colour, changed without leaving the text. Rules are edited on the Codebook page. */
export function QuickEdit({ code, onClose }: Props) {
  return (
    <Dialog opened={code !== null} onClose={onClose} title={code ? `Edit “${code.name}”` : ''}>
      {code && <EditForm key={code.id} code={code} onClose={onClose} />}
    </Dialog>
  );
}

function EditForm({ code, onClose }: { code: Code; onClose: () => void }) {
  const { codes } = useProject();
  const send = useSend();
  const [name, setName] = useState(code.name);
  const [shortcut, setShortcut] = useState(code.shortcut);
  const [color, setColor] = useState(code.color);
  const fault = shortcut === code.shortcut ? null : shortcutFault(shortcut, codes.values(), code.id);
  const isSound = name.trim() !== '' && fault === null && /^#[0-9a-f]{6}$/.test(color);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isSound) return;
    const set = changed({ name: name.trim(), shortcut, color }, code);
    if (Object.keys(set).length === 0 || (await send('code.edit', { id: code.id, set }))) onClose();
  };

  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="sm">
        <TextInput
          label="Name"
          data-autofocus
          dir="auto"
          maxLength={200}
          value={name}
          error={name.trim() === '' ? 'A code needs a name.' : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="Shortcut"
          placeholder="none"
          autoComplete="off"
          value={shortcut ?? ''}
          error={fault}
          onChange={(event) => setShortcut(typedShortcut(event.currentTarget.value))}
        />
        <ColorField value={color} changed={color !== code.color} onChange={setColor} />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!isSound}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Quick = Pick<Code, 'name' | 'shortcut' | 'color'>;

function changed(now: Quick, code: Code): Partial<Quick> {
  const keys = (['name', 'shortcut', 'color'] as const).filter((key) => now[key] !== code[key]);
  return Object.fromEntries(keys.map((key) => [key, now[key]]));
}
