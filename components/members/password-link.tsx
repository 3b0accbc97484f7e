'use client';

import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { hashOf, newSecret, passwordLinkFor } from '@/components/accounts/invitation-link';
import { useProject, useSend } from '@/components/project/provider';
import { Dialog } from '@/components/ui/dialog';
import { Fault } from '@/components/ui/fault';
import { ShownOnce } from '@/components/ui/shown-once';
import { useSubmit } from '@/components/ui/use-submit';
import { newId } from '@/lib/log';
import { passwordLinkHours, type Member } from '@/lib/projects';
import classes from './members.module.css';

type Props = { member: Member; opened: boolean; close: () => void };

/** A link with which a member who forgot their password sets a new one. The server is told its hash alone. */
export function PasswordLink({ member, opened, close }: Props) {
  return (
    <Dialog opened={opened} onClose={close} title={`A new password for ${member.name}`} size="30rem">
      <Making member={member} close={close} />
    </Dialog>
  );
}

function Making({ member: { id, name }, close }: Omit<Props, 'opened'>) {
  const { rounds } = useProject();
  const send = useSend();
  const [link, setLink] = useState<string | null>(null);
  const open = [...rounds.values()].some(({ closedAt }) => closedAt === null);
  const { busy, fault, onSubmit } = useSubmit(async () => {
    const secret = newSecret();
    if (!(await send('password-link.make', { id: newId(), userId: id, tokenHash: await hashOf(secret) }))) return;
    setLink(passwordLinkFor(window.location.origin, secret));
  });
  if (link)
    return (
      <ShownOnce label="Password link" secret={link}>
        Copy the link now and give it to {name}, and to nobody else. It works once, for {passwordLinkHours} hours, and
        cannot be shown again.
      </ShownOnce>
    );
  return (
    <form onSubmit={onSubmit}>
      <Fault sentence={fault} />
      <p className={classes.question}>
        With the link {name} sets a new password and is signed out everywhere. That it was made, by whom, and that it
        was used is kept in the history.
      </p>
      {open && (
        <p className={classes.question}>
          While a round is open no such link can be made here, so that nobody can look under the seal with it. Whoever
          runs this server makes one.
        </p>
      )}
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" loading={busy} disabled={open}>
          Make the link
        </Button>
      </Group>
    </form>
  );
}
