import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useProject, useSend } from '@/components/project/provider';
import { Dialog } from '@/components/ui/dialog';
import { subtree, type Code } from '@/lib/codebook';
import type { Counts } from './codebook';
import { deletionInWords } from './deletion-in-words';

type Props = { code: Code; counts: Counts; opened: boolean; onClose: () => void; onDeleted: () => void };

export function DeleteCode({ code, counts, opened, onClose, onDeleted }: Props) {
  const { codes } = useProject();
  const send = useSend();
  const ids = opened ? subtree(codes.values(), code.id) : [];

  const remove = async () => {
    onClose();
    if (!(await send('code.delete', { id: code.id }))) return;
    onDeleted();
    notifications.show({ title: `“${code.name}” is deleted`, message: 'Ctrl+Z brings it back, with its codings.' });
  };

  return (
    <Dialog opened={opened} onClose={onClose} title={`Delete “${code.name}”?`}>
      <p>{deletionInWords(ids, counts)}</p>
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep it
        </Button>
        <Button color="red.9" onClick={() => void remove()}>
          {ids.length > 1 ? `Delete ${ids.length} codes` : 'Delete the code'}
        </Button>
      </Group>
    </Dialog>
  );
}
