import { Drawer } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { DocumentsPane } from './documents-pane';
import { useKept } from './kept';
import { PhoneBar } from './phone-bar';
import classes from './workspace.module.css';

type Props = {
  documentId: string;
  coding: boolean;
  selected: boolean;
  here: number;
  pick: () => void;
  codebook: ReactNode;
  passage: ReactNode;
  toolbar: (showDocuments: () => void) => ReactNode;
  children: ReactNode;
};

/** Three panes where there is room; on narrow screens the outer two are drawers. */
export function Panes({ documentId, coding, selected, here, pick, codebook, passage, toolbar, children }: Props) {
  const [left, setLeft] = useKept('concord:documents-pane', 'open');
  const [drawer, setDrawer] = useState<'documents' | 'codes' | null>(null);
  const close = () => setDrawer(null);
  const showDocuments = () => (window.matchMedia(wide).matches ? setLeft('open') : setDrawer('documents'));
  const codes = (
    <>
      <div className={classes.codebook}>{codebook}</div>
      <div className={classes.passage}>{passage}</div>
    </>
  );
  return (
    <div className={classes.workspace} data-documents={left}>
      <div className={classes.left}>
        <DocumentsPane current={documentId} collapse={() => setLeft('closed')} />
      </div>
      <div className={classes.middle}>
        <div className={classes.top}>{toolbar(showDocuments)}</div>
        {children}
      </div>
      <div className={classes.right}>{codes}</div>
      <PhoneBar {...{ coding, selected, here, pick, showDocuments }} showCodes={() => setDrawer('codes')} />
      <Drawer
        opened={drawer === 'documents'}
        onClose={close}
        size="20rem"
        padding={0}
        withCloseButton={false}
        attributes={{ content: { 'aria-label': 'Documents' } }}
      >
        <DocumentsPane current={documentId} collapse={close} />
      </Drawer>
      <Drawer
        opened={drawer === 'codes'}
        onClose={close}
        position="bottom"
        size="75%"
        padding={0}
        withCloseButton={false}
        attributes={{ content: { 'aria-label': 'Codes and passage' } }}
      >
        <div className={classes.drawer}>{codes}</div>
      </Drawer>
    </div>
  );
}

/** Where the left pane has room beside the text; the stylesheet says the same. */
const wide = '(min-width: 75em)';
