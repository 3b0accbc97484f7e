'use client';

import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { AttributeForm } from '@/components/documents/attribute-form';
import { typeNames } from '@/components/documents/type-names';
import { useProject, useSend } from '@/components/project/provider';
import { Section } from '@/components/ui/page';
import { Question } from '@/components/ui/question';
import { coderAttributeTypes, type CoderAttribute } from '@/lib/projects';
import { attributesInOrder } from './attributes-in-order';
import classes from './members.module.css';

/** What coders are described by. Each change is saved at once. */
export function CoderAttributes() {
  const { coderAttributes } = useProject();
  const send = useSend();
  const [open, setOpen] = useState<string | null>(null);
  const defined = attributesInOrder(coderAttributes.values());
  const form = (attribute: CoderAttribute | null) => (
    <AttributeForm
      attribute={attribute}
      defined={defined}
      types={coderAttributeTypes}
      save={(each) => send('coder-attribute.set', each)}
      close={() => setOpen(null)}
    />
  );
  return (
    <Section
      title="Describing coders"
      lead="Languages read, training, discipline: agreement can be split by what you say here. Everyone in the project can see it."
    >
      <ul className={classes.list}>
        {defined.map((attribute) => (
          <Item key={attribute.id} attribute={attribute} open={open === attribute.id} setOpen={setOpen}>
            {form(attribute)}
          </Item>
        ))}
      </ul>
      {open === 'new' ? (
        form(null)
      ) : (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setOpen('new')}
        >
          Add attribute
        </Button>
      )}
    </Section>
  );
}

type ItemProps = {
  attribute: CoderAttribute;
  open: boolean;
  setOpen: (id: string | null) => void;
  children: ReactNode;
};

function Item({ attribute: { id, name, type, options }, open, setOpen, children }: ItemProps) {
  const send = useSend();
  const [leaving, setLeaving] = useState(false);
  return (
    <li className={classes.row}>
      <span className={classes.name}>
        <bdi>{name}</bdi> <span className={classes.quiet}>{[typeNames[type], ...options].join(' · ')}</span>
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Change ${name}`}
        aria-expanded={open}
        onClick={() => setOpen(open ? null : id)}
      >
        <IconPencil size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="red" aria-label={`Remove ${name}`} onClick={() => setLeaving(true)}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
      {open && <div className={classes.wide}>{children}</div>}
      <Question
        opened={leaving}
        onClose={() => setLeaving(false)}
        title={`Remove “${name}”?`}
        confirm="Remove"
        onConfirm={() => void send('coder-attribute.remove', { id })}
      >
        <p className={classes.question}>
          Nobody is described by it any longer. Adding an attribute of the same name brings the values back.
        </p>
      </Question>
    </li>
  );
}
