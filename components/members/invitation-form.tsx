'use client';

import { newId } from '@/lib/log';
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { hashOf, linkFor, newSecret } from '@/components/accounts/invitation-link';
import { useProject, useSend } from '@/components/project/provider';
import { Fault } from '@/components/ui/fault';
import { post, sentenceOf } from '@/components/ui/post';
import { useSubmit } from '@/components/ui/use-submit';
import { roles, roleSentences, type Role } from '@/lib/access';
import classes from './members.module.css';
import { roleNames } from './role-names';

/** A link that was made: to whom it was sent, if to anybody, and what kept it from being sent, if anything did. */
export type Made = { link: string; sentTo: string; fault: string | null };

type Props = { mail: boolean; onMade: (made: Made) => void };

/**
 * The secret is made here; the server keeps only its hash, and the link is handed up to be shown once. Where the server
 * sends mail it can be asked to send the link on, and is then told the secret for as long as that takes.
 */
export function InvitationForm({ mail, onMade }: Props) {
  const { project } = useProject();
  const send = useSend();
  const [role, setRole] = useState<Role>('coder');
  const [note, setNote] = useState('');
  const [to, setTo] = useState('');
  const { busy, fault, onSubmit } = useSubmit(async () => {
    const secret = newSecret();
    const sentTo = to.trim();
    const body = { id: newId(), tokenHash: await hashOf(secret), role, note: note.trim() || sentTo };
    if (!(await send('invitation.make', body))) return;
    const fault = sentTo ? await mailed(project.id, { secret, to: sentTo }) : null;
    onMade({ link: linkFor(window.location.origin, { projectId: project.id, secret }), sentTo, fault });
    setNote('');
    setTo('');
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
      {mail ? (
        <TextInput
          label="E-mail address"
          description="Where to send the link, if Concord is to send it."
          type="email"
          maxLength={200}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      ) : null}
      <Button type="submit" loading={busy}>
        {to.trim() ? 'Make an invitation link and send it' : 'Make an invitation link'}
      </Button>
    </form>
  );
}

/** What kept the letter from being sent, in a sentence. */
async function mailed(projectId: string, letter: { secret: string; to: string }): Promise<string | null> {
  return post<{ fault: string | null }>(`/api/projects/${projectId}/invitations/mail`, letter)
    .then(({ fault }) => fault)
    .catch(sentenceOf);
}
