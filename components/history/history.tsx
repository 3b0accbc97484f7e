'use client';

import { Button, Stack } from '@mantine/core';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { Empty } from '@/components/ui/empty';
import type { Change } from '@/lib/log';
import { Entry } from './entry';
import { Filters, type Choice } from './filters';
import classes from './history.module.css';
import type { Gone } from './sentence';

type Props = { page: { changes: Change[]; choice: Choice; older: string | null; undone: string[]; gone: Gone } };

/** The project's log by day. The address holds what is asked for, so a page can be sent to others. */
export function History({ page: { changes, choice, older, undone, gone } }: Props) {
  const router = useRouter();
  const path = usePathname();
  const days = Map.groupBy(changes, ({ at }) => at.slice(0, 10));
  const takenBack = new Set(undone);
  return (
    <Stack gap="lg">
      <Filters choice={choice} gone={gone} onChoose={(next) => router.push(path + addressOf(next))} />
      {changes.length === 0 ? <Empty title="Nothing to show">No change fits this choice.</Empty> : null}
      {[...days].map(([day, entries]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className={classes.day}>
            <time dateTime={day}>{day}</time>
          </h2>
          <ol className={classes.entries}>
            {entries.map((change) => (
              <Entry key={change.id} change={change} gone={gone} undone={takenBack.has(change.id)} />
            ))}
          </ol>
        </section>
      ))}
      {older ? (
        <Button component={Link} href={path + addressOf({ ...choice, before: older })} variant="default" style={{ alignSelf: 'start' }}>
          Older changes
        </Button>
      ) : null}
    </Stack>
  );
}

function addressOf(choice: Record<string, string | null>): string {
  const said = Object.entries(choice).filter((entry): entry is [string, string] => entry[1] !== null);
  return said.length > 0 ? `?${new URLSearchParams(said)}` : '';
}
