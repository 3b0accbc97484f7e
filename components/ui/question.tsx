import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from './dialog';

type Props = { opened: boolean; onClose: () => void; title: string; confirm: string; onConfirm: () => void; children: ReactNode };

/** Asks once more before something that takes away. The safe answer has the focus. */
export function Question({ opened, onClose, title, confirm, onConfirm, children }: Props) {
  const go = () => {
    onClose();
    onConfirm();
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      {children}
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button color="red.9" onClick={go}>
          {confirm}
        </Button>
      </Group>
    </Dialog>
  );
}
