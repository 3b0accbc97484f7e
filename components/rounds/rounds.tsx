'use client';

import { Button, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import Link from 'next/link';
import { useProject } from '@/components/project/provider';
import { can } from '@/lib/access';
import type { Round } from '@/lib/rounds';
import { RoundCard } from './round-card';
import classes from './rounds.module.css';

export function Rounds() {
  const { rounds, members, viewerId, project } = useProject();
  const role = members.get(viewerId)?.role ?? 'viewer';
  const mayRun = can(role, 'rounds:run', project);
  const list = [...rounds.values()].sort(openAndNewFirst);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div>
          <Title order={1} size="h3">
            Rounds
          </Title>
          <p className={classes.subtitle}>Reliability exercises: chosen coders code chosen documents without seeing each other.</p>
        </div>
        {mayRun && (
          <Button component={Link} href={`/projects/${project.id}/rounds/new`} size="xs" leftSection={<IconPlus size={14} />}>
            Open a round
          </Button>
        )}
      </header>
      {list.length === 0 && <NoRounds mayRun={mayRun} />}
      {list.map((round) => (
        <RoundCard key={round.id} round={round} mayRun={mayRun} />
      ))}
    </div>
  );
}

function NoRounds({ mayRun }: { mayRun: boolean }) {
  return (
    <section className={classes.empty}>
      <Title order={2} size="h4">
        No rounds yet
      </Title>
      <p>
        In a round, several coders code the same documents, and until it closes everyone sees only their own codings there. So the
        agreement that is measured afterwards is agreement of people who did not look over each other’s shoulders.
      </p>
      <p>{mayRun ? 'Open the first one when the codebook is ready to be tried.' : 'Owners and adjudicators open rounds. When one begins, it appears here.'}</p>
    </section>
  );
}

function openAndNewFirst(a: Round, b: Round): number {
  return Number(a.closedAt !== null) - Number(b.closedAt !== null) || (a.openedAt < b.openedAt ? 1 : -1);
}
