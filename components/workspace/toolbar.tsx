import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconKeyboard,
  IconLayoutSidebarLeftExpand,
  IconSearch,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { BesideToggle, type Pairing } from './beside';
import type { DocumentCodings } from './document-codings';
import type { Filter } from './filter';
import { FilterMenu } from './filter-menu';
import { FinishedToggle } from './finished-toggle';
import { SavingState } from './saving-state';
import { useUndoHere } from './use-undo-here';
import classes from './workspace.module.css';

type Props = {
  documentId: string;
  coding: boolean;
  finished: boolean;
  toggleFinished: () => void;
  codings: DocumentCodings;
  filter: Filter;
  setFilter: (filter: Filter) => void;
  showDocuments: () => void;
  help: () => void;
  find: () => void;
  /** The pair that the document is in. */
  pairing: Pairing | null;
};

/** The strip above the text that stays while one reads: what is saved, undo, filter, finished. */
export function Toolbar({
  documentId,
  coding,
  finished,
  toggleFinished,
  codings,
  filter,
  setFilter,
  showDocuments,
  help,
  find,
  pairing,
}: Props) {
  const { canUndo, canRedo, undo, redo } = useUndoHere(documentId);
  return (
    <div className={classes.toolbar} role="toolbar" aria-label="Document">
      <Act label="Documents" run={showDocuments} className={classes.documentsButton}>
        <IconLayoutSidebarLeftExpand size={18} />
      </Act>
      {coding && <SavingState />}
      <span className={classes.gap} />
      {coding && (
        <>
          <Act label="Undo (Ctrl+Z)" run={() => void undo()} disabled={!canUndo}>
            <IconArrowBackUp size={18} />
          </Act>
          <Act label="Redo (Ctrl+Shift+Z)" run={() => void redo()} disabled={!canRedo}>
            <IconArrowForwardUp size={18} />
          </Act>
        </>
      )}
      {pairing && <BesideToggle pairing={pairing} />}
      <Act label="Find in this document (Ctrl+F)" run={find}>
        <IconSearch size={18} />
      </Act>
      <Act label="Keys (?)" run={help} className={classes.keysButton}>
        <IconKeyboard size={18} />
      </Act>
      <FilterMenu codings={codings} filter={filter} setFilter={setFilter} />
      {coding && <FinishedToggle finished={finished} toggle={toggleFinished} />}
    </div>
  );
}

type ActProps = { label: string; run: () => void; disabled?: boolean; className?: string; children: ReactNode };

function Act({ label, run, disabled, className, children }: ActProps) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        onClick={run}
        disabled={disabled}
        className={`${classes.act} ${className ?? ''}`}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
