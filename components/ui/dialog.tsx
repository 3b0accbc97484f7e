import { CloseButton, Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dialog.module.css';

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  size?: ModalProps['size'];
  /** For dialogs that hold much work: the whole window, and closed by nothing that happens by accident. */
  large?: { fullScreen: boolean };
  children: ReactNode;
};

/** A question or a small form over the page. Escape and a click beside it close it; its heading names it. */
export function Dialog({ opened, onClose, title, size = 'md', large, children }: Props) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={size} fullScreen={large?.fullScreen} closeOnClickOutside={!large} closeOnEscape={!large}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body className={classes.body}>
          <div className={classes.head}>
            <Modal.Title className={classes.title}>{title}</Modal.Title>
            {large && <CloseButton aria-label="Close" onClick={onClose} />}
          </div>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
