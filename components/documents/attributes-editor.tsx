import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { Dialog } from '@/components/ui/dialog';
import { attributesInOrder } from '@/components/workspace/documents-in-order';
import { attributeTypes } from '@/lib/documents';
import { AttributeForm } from './attribute-form';
import { AttributeItem } from './attribute-item';
import classes from './attributes.module.css';

/** The fields that this project's documents carry. Each change is saved at once. */
export function AttributesEditor({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Dialog opened={opened} onClose={close} title="Attributes of documents" size="38rem" large={{ fullScreen: false }}>
      <Editing />
    </Dialog>
  );
}

function Editing() {
  const { attributes } = useProject();
  const send = useSend();
  const [open, setOpen] = useState<string | null>(null);
  const defined = attributesInOrder(attributes.values());
  return (
    <Stack gap="sm">
      <Text size="sm" c="var(--concord-quiet)">
        Typed fields such as speaker, date or audience. Filters, tables and exports use them.
      </Text>
      {defined.length > 0 && (
        <ul className={classes.list}>
          {defined.map((attribute, index) => (
            <AttributeItem key={attribute.id} {...{ attribute, index, defined }} open={open === attribute.id} setOpen={setOpen} />
          ))}
        </ul>
      )}
      {open === 'new' ? (
        <div className={classes.item}>
          <AttributeForm attribute={null} defined={defined} types={attributeTypes} save={(each) => send('attribute.set', each)} close={() => setOpen(null)} />
        </div>
      ) : (
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')} className={classes.add}>
          Add attribute
        </Button>
      )}
    </Stack>
  );
}
