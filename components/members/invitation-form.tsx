'use client';

import { newId } from '@/lib/log';
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { hashOf, linkFor, newSecret } from '@/components/accounts/invitation-link';
import { useProject, useSend } from '@/components/project/provider';
import { Fault } from '@/components/ui/fault';
import { useSubmit } from '@/components/ui/use-submit';
import { roles, roleSentences, type Role } from '@/lib/access';
import classes from './members.module.css';
import { roleNames } from './role-names';

/** The secret is made here; the server is told only its hash, and the link is handed up to be shown once. */
export function InvitationForm({ onMade }: { onMade: (link: string) => void }) {
  const { project } = useProject();
  const send = useSend();
  const [role, setRole] = useState<Role>('coder');
  const [note, setNote] = useState('');
  const { busy, fault, onSubmit } = useSubmit(async () => {
    const secret = newSecret();
    const body = { id: newId(), tokenHash: await hashOf(secret), role, note: note.trim() };
    if (!(await send('invitation.make', body))) return;
    onMade(linkFor(window.location.origin, { projectId: project.id, secret }));
    setNote('');
  });
  return (
    <form onSubmit={onSubmit} className={classes.form}>
      <Fault sentence={fault} />
      <Select
        label="Role"
        description={roleSentences[role]}
        data={roles.map((value) => ({ value, label: roleNames[value] }))}
        value={role}
        allowDeselect={false}
        onChange={(value) => value && setRole(value as Role)}
      />
      <TextInput
        label="For whom"
        description="Only a note for your list; it is not sent to anybody."
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy}>
        Make an invitation link
      </Button>
    </form>
  );
}
