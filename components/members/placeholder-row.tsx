'use client';

import { Button, Group, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { Dialog } from '@/components/ui/dialog';
import { initialsOf } from '@/components/ui/initials';
import type { Member } from '@/lib/projects';
import classes from './members.module.css';

type Props = { member: Member; manages: boolean };

/** A name that imported codings stand under, and for owners the way to hand them to whoever made them. */
export function PlaceholderRow({ member: { id, name }, manages }: Props) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <li className={classes.row}>
      <span className={classes.initials} style={{ borderStyle: 'dotted' }} aria-hidden>
        {initialsOf(name)}
      </span>
      <span className={classes.name} dir="auto">
        {name} <span className={classes.quiet}>· placeholder, from an import</span>
      </span>
      {manages && (
        <Button size="xs" variant="default" onClick={open} aria-label={`Hand to a member: the codings of ${name}`}>
          Hand to a member
        </Button>
      )}
      <Dialog opened={opened} onClose={close} title={`Who is ${name}?`} size="30rem">
        <Handing id={id} name={name} close={close} />
      </Dialog>
    </li>
  );
}

function Handing({ id, name, close }: { id: string; name: string; close: () => void }) {
  const { members } = useProject();
  const send = useSend();
  const people = [...members.values()].filter(({ removed, placeholder }) => !removed && !placeholder);
  const [userId, setUserId] = useState(people.find((each) => each.name === name)?.id ?? null);
  const hand = async () => {
    if (userId && (await send('member.claim', { placeholderId: id, userId }))) close();
  };
  return (
    <>
      <p className={classes.question}>
        All codings and finished marks of the placeholder then stand under the member, with its part in rounds and what
        it settled and said, and the placeholder goes. The history says so, but nothing takes it back.
      </p>
      <Select
        label="Member"
        placeholder="Choose who that is"
        data={people.map((each) => ({ value: each.id, label: each.name }))}
        value={userId}
        onChange={setUserId}
        mb="md"
      />
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button disabled={userId === null} onClick={() => void hand()}>
          Hand over
        </Button>
      </Group>
    </>
  );
}
