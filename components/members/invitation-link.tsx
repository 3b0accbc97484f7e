'use client';

import { Button, CopyButton, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Note } from '@/components/ui/note';
import classes from './members.module.css';

/** The link, this once: after leaving the page nobody, the server included, can show it again. */
export function InvitationLink({ link }: { link: string }) {
  return (
    <Note tone="warning">
      Copy the link now and send it to the person. It cannot be shown again.
      <span className={classes.link}>
        <TextInput aria-label="Invitation link" value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </span>
    </Note>
  );
}
