'use client';

import { ActionIcon, Button, Select, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { strokeStyleOf } from '@/components/reader';
import { initialsOf } from '@/components/ui/initials';
import { useProject, useSend } from '@/components/project/provider';
import { Question } from '@/components/ui/question';
import { roles, type Role } from '@/lib/access';
import type { Member } from '@/lib/projects';
import { saidOf } from './attributes-in-order';
import { DescribeMember } from './describe-member';
import classes from './members.module.css';
import { PasswordLink } from './password-link';
import { roleNames } from './role-names';

type Props = { member: Member; manages: boolean };

export function MemberRow({ member, manages }: Props) {
  const { viewerId, coderAttributes } = useProject();
  const send = useSend();
  const [asking, { open, close }] = useDisclosure();
  const [describing, describe] = useDisclosure();
  const [resetting, reset] = useDisclosure();
  const { id, name, role, removed } = member;
  const said = saidOf(member.attributes, coderAttributes.values());
  return (
    <li className={classes.row}>
      <span className={classes.initials} style={{ borderStyle: strokeStyleOf(member) }} aria-hidden>
        {initialsOf(name)}
      </span>
      <span className={classes.name} dir="auto">
        {name}
        {id === viewerId ? <span className={classes.quiet}> (you)</span> : null}
        {said.length > 0 ? <span className={classes.said}>{said.join(' · ')}</span> : null}
      </span>
      {manages && coderAttributes.size > 0 ? (
        <Button size="xs" variant="default" onClick={describe.open} aria-label={`Describe ${name}`}>
          Describe
        </Button>
      ) : null}
      {manages && !removed && role !== 'owner' ? (
        <Tooltip label="A link to a new password">
          <ActionIcon variant="default" size={30} onClick={reset.open} aria-label={`A link to a new password for ${name}`}>
            <IconKey size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ) : null}
      {manages && !removed ? (
        <>
          <Select
            aria-label={`Role of ${name}`}
            size="xs"
            w={140}
            data={roles.map((value) => ({ value, label: roleNames[value] }))}
            value={role}
            allowDeselect={false}
            onChange={(value) => value && void send('member.role', { userId: id, role: value as Role })}
          />
          <Button size="xs" variant="default" onClick={open} aria-label={`Remove ${name}`}>
            Remove
          </Button>
        </>
      ) : (
        <span className={classes.quiet}>{roleNames[role]}</span>
      )}
      <DescribeMember member={member} opened={describing} close={describe.close} />
      <PasswordLink member={member} opened={resetting} close={reset.close} />
      <Question
        opened={asking}
        onClose={close}
        title={`Remove ${name}?`}
        confirm="Remove"
        onConfirm={() => void send('member.remove', { userId: id })}
      >
        <p className={classes.question}>
          {name} loses access at once. Their codings stay in the project under their name, and an invitation can bring them back.
        </p>
      </Question>
    </li>
  );
}
