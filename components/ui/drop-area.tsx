'use client';

import { Button } from '@mantine/core';
import { useFileDialog } from '@mantine/hooks';
import { IconFileUpload, IconFolder } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { chosenFiles, droppedFiles, type NamedFile } from './dropped-files';
import classes from './drop-area.module.css';

export type { NamedFile };
type Props = {
  label: string;
  hint: string;
  accept: string;
  onFiles: (files: NamedFile[]) => void;
  /** A whole folder can be chosen by a button, too. */
  folders?: boolean;
};

/** A place to drop files on, and a button that asks for them: one labelled file input, so that keys work as well. */
export function DropArea({ label, hint, accept, onFiles, folders = false }: Props) {
  const [over, setOver] = useState(false);
  const folder = useFileDialog({ directory: true, onChange: (files) => files && onFiles(chosenFiles(files)) });
  const drag = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(is);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    void droppedFiles(event.dataTransfer).then(onFiles);
  };
  return (
    <div className={classes.whole}>
      <label
        className={classes.area}
        data-over={over || undefined}
        onDragEnter={drag(true)}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={drop}
      >
        <IconFileUpload size={22} aria-hidden />
        <span className={classes.label}>{label}</span>
        <span className={classes.hint}>{hint}</span>
        <input
          type="file"
          multiple
          accept={accept}
          className={classes.input}
          onChange={(event) => {
            onFiles(chosenFiles(event.currentTarget.files ?? []));
            event.currentTarget.value = '';
          }}
        />
      </label>
      {folders && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconFolder size={16} aria-hidden />}
          onClick={folder.open}
        >
          Choose a folder
        </Button>
      )}
    </div>
  );
}
