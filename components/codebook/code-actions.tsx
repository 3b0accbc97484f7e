import { Button, Group, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { IconArchive, IconArchiveOff, IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { subtree, type Code } from '@/lib/codebook';
import { AddCode } from './add-code';
import type { Counts } from './codebook';
import { deletionInWords } from './deletion-in-words';
import classes from './form.module.css';

type Props = { code: Code; counts: Counts; onSelect: (id: string | null) => void };

export function CodeActions({ code, counts, onSelect }: Props) {
  const { codes } = useProject();
  const send = useSend();
  const [adding, setAdding] = useState(false);

  const remove = () => {
    const ids = subtree(codes.values(), code.id);
    modals.openConfirmModal({
      title: `Delete “${code.name}”?`,
      children: <Text size="sm">{deletionInWords(ids, counts)}</Text>,
      labels: { confirm: ids.length > 1 ? `Delete ${ids.length} codes` : 'Delete the code', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: async () => {
        if (!(await send('code.delete', { id: code.id }))) return;
        onSelect(null);
        notifications.show({ title: `“${code.name}” is deleted`, message: 'Ctrl+Z brings it back, with its codings.' });
      },
    });
  };

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
            <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={remove}>
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
    </div>
  );
}
