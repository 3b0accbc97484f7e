'use client';

import { IconFileUpload } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { droppedFiles, type NamedFile } from './dropped-files';
import classes from './drop-area.module.css';

export type { NamedFile };
type Props = { label: string; hint: string; accept: string; onFiles: (files: NamedFile[]) => void };

/** A place to drop files on, and a button that asks for them: one labelled file input, so that keys work as well. */
export function DropArea({ label, hint, accept, onFiles }: Props) {
  const [over, setOver] = useState(false);
  const drag = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(is);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    void droppedFiles(event.dataTransfer).then(onFiles);
  };
  return (
    <label className={classes.area} data-over={over || undefined} onDragEnter={drag(true)} onDragOver={drag(true)} onDragLeave={drag(false)} onDrop={drop}>
      <IconFileUpload size={22} aria-hidden />
      <span className={classes.label}>{label}</span>
      <span className={classes.hint}>{hint}</span>
      <input
        type="file"
        multiple
        accept={accept}
        className={classes.input}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])].map((file) => ({ name: file.name, bytes: file })));
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
