'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { Section } from '@/components/ui/page';
import { Moment } from '@/components/ui/moment';
import { invitationDays } from '@/lib/projects';
import { InvitationForm } from './invitation-form';
import { InvitationLink } from './invitation-link';
import classes from './members.module.css';
import { roleNames } from './role-names';

/** Making, showing once and revoking the links by which people join. */
export function Invitations() {
  const { invitations } = useProject();
  const send = useSend();
  const [link, setLink] = useState<string | null>(null);
  const open = [...invitations.values()].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return (
    <Section title="Invitations" lead={`A link lets one person join. It works once, for ${invitationDays} days, and is shown only here and now.`}>
      <InvitationForm onMade={setLink} />
      {link ? <InvitationLink link={link} /> : null}
      <ul className={classes.list}>
        {open.map(({ id, role, note, expiresAt }) => (
          <li key={id} className={classes.row}>
            <span className={classes.name} dir="auto">
              {roleNames[role]}
              {note ? <span className={classes.quiet}> · {note}</span> : null}
            </span>
            <span className={classes.quiet}>
              until <Moment at={expiresAt} />
            </span>
            <Button
              size="xs"
              variant="default"
              aria-label={`Revoke the invitation for a ${role}${note ? ` (${note})` : ''}`}
              onClick={() => void send('invitation.revoke', { id })}
            >
              Revoke
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
