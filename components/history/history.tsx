'use client';

import { Button, Group, Select, Stack } from '@mantine/core';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useProject } from '@/components/project/provider';
import { Empty } from '@/components/ui/empty';
import { kindNames } from '@/lib/door';
import type { Change } from '@/lib/log';
import { Entry } from './entry';
import classes from './history.module.css';
import { kindTitle, type Gone } from './sentence';

type Props = { page: { changes: Change[]; person: string | null; kind: string | null; older: string | null; gone: Gone } };

const kindChoices = kindNames.map((value) => ({ value, label: kindTitle(value) }));

/** The project's log by day, filtered by who and what. The address holds the filter, so a page can be sent to others. */
export function History({ page: { changes, person, kind, older, gone } }: Props) {
  const { members } = useProject();
  const router = useRouter();
  const path = usePathname();
  const people = [...members.values()].map(({ id, name }) => ({ value: id, label: name }));
  const go = (next: { person: string | null; kind: string | null }) => router.push(path + addressOf(next));
  const days = Map.groupBy(changes, ({ at }) => at.slice(0, 10));
  return (
    <Stack gap="lg">
      <Group gap="sm" align="end">
        <Select label="Who" placeholder="Everybody" clearable data={people} value={person} onChange={(value) => go({ person: value, kind })} />
        <Select label="What" placeholder="Everything" clearable searchable data={kindChoices} value={kind} onChange={(value) => go({ person, kind: value })} />
      </Group>
      {changes.length === 0 ? <Empty title="Nothing to show">No change fits this choice.</Empty> : null}
      {[...days].map(([day, entries]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className={classes.day}>
            <time dateTime={day}>{day}</time>
          </h2>
          <ol className={classes.entries}>
            {entries.map((change) => (
              <Entry key={change.id} change={change} gone={gone} />
            ))}
          </ol>
        </section>
      ))}
      {older ? (
        <Button component={Link} href={path + addressOf({ person, kind, before: older })} variant="default" style={{ alignSelf: 'start' }}>
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
