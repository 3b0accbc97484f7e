import { newId } from '@/lib/log';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { nextColor } from '@/lib/codebook';
import classes from './add-code.module.css';

type Props = { parentId: string | null; label: string; onAdded: (id: string) => void; onClose?: () => void };

/** One line to add a code by its name; it stays open, so that a list of codes can be typed in one go. */
export function AddCode({ parentId, label, onAdded, onClose }: Props) {
  const { codes } = useProject();
  const send = useSend();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || busy) return;
    setBusy(true);
    const id = newId();
    const color = nextColor([...codes.values()].map((code) => code.color));
    const rules = { definition: '', useWhen: '', avoidWhen: '', examples: [] };
    const change = await send('code.add', { id, parentId, name: name.trim(), color, shortcut: null, ...rules });
    setBusy(false);
    if (!change) return;
    setName('');
    onAdded(id);
  };

  return (
    <form className={classes.form} onSubmit={add} onKeyDown={(event) => event.key === 'Escape' && onClose?.()}>
      <TextInput
        className={classes.name}
        label={label}
        size="xs"
        maxLength={200}
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={busy} disabled={name.trim() === ''}>
        Add
      </Button>
      {onClose && (
        <Button variant="default" size="xs" onClick={onClose}>
          Done
        </Button>
      )}
    </form>
  );
}
