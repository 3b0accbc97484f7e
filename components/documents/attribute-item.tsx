import { newId } from '@/lib/log';
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useSend } from '@/components/project/provider';
import { Question } from '@/components/ui/question';
import type { Attribute } from '@/lib/documents';
import { DocumentAttributeForm } from './document-attribute-form';
import { typeNames } from './type-names';
import classes from './attributes.module.css';

type Props = { attribute: Attribute; index: number; defined: readonly Attribute[]; open: boolean; setOpen: (id: string | null) => void };

export function AttributeItem({ attribute, index, defined, open, setOpen }: Props) {
  const send = useSend();
  const [leaving, setLeaving] = useState(false);
  const { id, key, name, type, required } = attribute;
  const swap = async (other: Attribute | undefined) => {
    if (!other) return;
    const step = newId();
    const order = defined.map((each) => (each.id === id ? other : each.id === other.id ? attribute : each));
    const moved = order.flatMap((each, position) => (each.position === position ? [] : [{ ...each, position }]));
    await Promise.all(moved.map((each) => send('attribute.set', each, step)));
  };
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <span className={classes.name}>
          <bdi>{name}</bdi>
          <span className={classes.quiet}>
            {typeNames[type]}
            {required && ' · required'} · <code>{key}</code>
          </span>
        </span>
        <ActionIcon variant="subtle" color="gray" aria-label={`Move ${name} up`} disabled={index === 0} onClick={() => void swap(defined[index - 1])}>
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={`Move ${name} down`} disabled={index === defined.length - 1} onClick={() => void swap(defined[index + 1])}>
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={`Change ${name}`} aria-expanded={open} onClick={() => setOpen(open ? null : id)}>
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" color="red" aria-label={`Remove ${name}`} onClick={() => setLeaving(true)}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </div>
      {open && <DocumentAttributeForm attribute={attribute} defined={defined} close={() => setOpen(null)} />}
      <Question opened={leaving} onClose={() => setLeaving(false)} title={`Remove “${name}”?`} confirm="Remove" onConfirm={() => void send('attribute.remove', { id })}>
        <p>
          Documents no longer show it, and exports leave it out. A new attribute with the key <code>{key}</code> brings its values back, except
          on documents that were edited in between.
        </p>
      </Question>
    </li>
  );
}
