import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useProject } from '@/components/project/provider';
import { Dialog } from '@/components/ui/dialog';
import { attributesInOrder } from '@/components/workspace/documents-in-order';
import { DocumentAttributeForm } from './document-attribute-form';
import { AttributeItem } from './attribute-item';
import { Templates } from './templates';
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
  const [open, setOpen] = useState<string | null>(null);
  const defined = attributesInOrder(attributes.values());
  return (
    <Stack gap="sm">
      <Text size="sm" c="var(--concord-quiet)">
        Typed fields such as speaker, date or audience. Filters, tables and exports use them.
      </Text>
      {defined.length === 0 && open === null && <Templates defined={defined} />}
      {defined.length > 0 && (
        <ul className={classes.list}>
          {defined.map((attribute, index) => (
            <AttributeItem key={attribute.id} {...{ attribute, index, defined }} open={open === attribute.id} setOpen={setOpen} />
          ))}
        </ul>
      )}
      {open === 'new' ? (
        <div className={classes.item}>
          <DocumentAttributeForm attribute={null} defined={defined} close={() => setOpen(null)} />
        </div>
      ) : (
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')} className={classes.add}>
          Add attribute
        </Button>
      )}
      {defined.length > 0 && open === null && (
        <details className={classes.more}>
          <summary>Add those of a template</summary>
          <Templates defined={defined} />
        </details>
      )}
    </Stack>
  );
}
