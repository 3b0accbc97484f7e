'use client';

import { Anchor, CloseButton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import Link from 'next/link';
import { useState } from 'react';
import { useProject } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { documentsInOrder } from '@/components/workspace/documents-in-order';
import { finishedId } from '@/lib/codings';
import { documentsOf, type Reminder } from '@/lib/rounds';
import classes from './reminder-bar.module.css';

/** Over every page of the project, for whoever was reminded: what is left to finish, until it is or they put it away. */
export function ReminderBar() {
  const { reminders, viewerId } = useProject();
  const [away, setAway] = useState<readonly string[]>([]);
  const own = [...reminders.values()].filter(({ coderId, at }) => coderId === viewerId && !away.includes(at));
  return own.map((reminder) => (
    <Reminded key={reminder.id} reminder={reminder} putAway={() => setAway([...away, reminder.at])} />
  ));
}

function Reminded({ reminder, putAway }: { reminder: Reminder; putAway: () => void }) {
  const { project, rounds, documents, finished, viewerId } = useProject();
  const round = rounds.get(reminder.roundId);
  const mine = round ? documentsOf(round, viewerId).flatMap((id) => documents.get(id) ?? []) : [];
  const left = documentsInOrder(mine.filter(({ id }) => !finished.has(finishedId(id, viewerId))));
  if (!round || !left[0]) return null;
  return (
    <aside className={classes.bar} aria-label="Reminder">
      <IconBell size={16} aria-hidden />
      <p>
        You were reminded of the round “<bdi>{round.title}</bdi>”: you have {counted(left.length, 'document')} left.{' '}
        <Anchor underline="always" component={Link} inherit href={`/projects/${project.id}/documents/${left[0].id}`}>
          Go on with “<bdi>{left[0].title}</bdi>”
        </Anchor>
      </p>
      <CloseButton size="sm" aria-label="Put the reminder away" onClick={putAway} />
    </aside>
  );
}
