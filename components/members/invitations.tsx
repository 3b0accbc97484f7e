'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { Section } from '@/components/ui/page';
import { Moment } from '@/components/ui/moment';
import { ShownOnce } from '@/components/ui/shown-once';
import { invitationDays } from '@/lib/projects';
import { InvitationForm, type Made } from './invitation-form';
import classes from './members.module.css';
import { roleNames } from './role-names';

/** Making, showing once and revoking the links by which people join. `mail`: whether this server sends mail. */
export function Invitations({ mail }: { mail: boolean }) {
  const { invitations } = useProject();
  const send = useSend();
  const [made, setMade] = useState<Made | null>(null);
  const open = [...invitations.values()].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return (
    <Section title="Invitations" lead={`A link lets one person join. It works once, for ${invitationDays} days, and is shown only here and now.`}>
      <InvitationForm mail={mail} onMade={setMade} />
      {made ? (
        <ShownOnce label="Invitation link" secret={made.link}>
          {wordsFor(made)}
        </ShownOnce>
      ) : null}
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

function wordsFor({ sentTo, fault }: Made): string {
  if (fault) return `${fault} The link works all the same: copy it now and send it to the person yourself. It cannot be shown again.`;
  if (sentTo) return `The link is on its way to ${sentTo}. Here it is once more; it cannot be shown again.`;
  return 'Copy the link now and send it to the person. It cannot be shown again.';
}
