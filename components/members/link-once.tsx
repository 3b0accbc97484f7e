'use client';

import { Button, CopyButton, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Note } from '@/components/ui/note';
import classes from './members.module.css';

type Props = { label: string; link: string; children: ReactNode };

/** The link, this once: after leaving the page nobody, the server included, can show it again. */
export function LinkOnce({ label, link, children }: Props) {
  return (
    <Note tone="warning">
      {children}
      <span className={classes.link}>
        <TextInput aria-label={label} value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
        <CopyButton value={link}>
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
