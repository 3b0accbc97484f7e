'use client';

import { Button, CopyButton, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Note } from './note';
import classes from './shown-once.module.css';

type Props = { label: string; secret: string; children: ReactNode };

/** A secret, or a link that holds one, this once: after leaving the page nobody, the server included, can show it again. */
export function ShownOnce({ label, secret, children }: Props) {
  return (
    <Note tone="warning">
      {children}
      <span className={classes.row}>
        <TextInput aria-label={label} value={secret} readOnly onFocus={(event) => event.currentTarget.select()} />
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </span>
    </Note>
  );
}
