import { Button, Group, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useSend } from '@/components/project/provider';
import type { Code } from '@/lib/codebook';
import { AddCode } from './add-code';
import type { Counts } from './codebook';
import { DeleteCode } from './delete-code';
import classes from './form.module.css';

type Props = { code: Code; counts: Counts; onSelect: (id: string | null) => void };

export function CodeActions({ code, counts, onSelect }: Props) {
  const send = useSend();
  const [adding, setAdding] = useState(false);
  const [deleting, setDeleting] = useState(false);
  return (
    <div className={classes.actions}>
      <Group gap="xs" wrap="nowrap">
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setAdding(!adding)} aria-expanded={adding}>
          Add inside
        </Button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button size="xs" variant="default" px={8} aria-label="More about this code">
              <IconDots size={16} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={code.archived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
              onClick={() => void send('code.archive', { id: code.id, archived: !code.archived })}
            >
              {code.archived ? 'Bring back from the archive' : 'Archive: keep codings, offer no more'}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => setDeleting(true)}>
              Delete…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {adding && (
        <div className={classes.addInside}>
          <AddCode parentId={code.id} label={`Name of the new code in “${code.name}”`} onAdded={() => {}} onClose={() => setAdding(false)} />
        </div>
      )}
      <DeleteCode code={code} counts={counts} opened={deleting} onClose={() => setDeleting(false)} onDeleted={() => onSelect(null)} />
    </div>
  );
}
