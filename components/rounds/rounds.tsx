'use client';

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import Link from 'next/link';
import { useProject } from '@/components/project/provider';
import { Empty } from '@/components/ui/empty';
import { Page } from '@/components/ui/page';
import { can } from '@/lib/access';
import type { Round } from '@/lib/rounds';
import { RoundCard } from './round-card';

/** `mail`: whether this server sends mail. */
export function Rounds({ mail }: { mail: boolean }) {
  const { rounds, members, viewerId, project } = useProject();
  const role = members.get(viewerId)?.role ?? 'viewer';
  const mayRun = can(role, 'rounds:run', project);
  const list = [...rounds.values()].sort(openAndNewFirst);
  return (
    <Page
      title="Rounds"
      lead="Reliability exercises: chosen coders code chosen documents without seeing each other."
      actions={mayRun && <OpenLink />}
    >
      {list.length === 0 && <NoRounds mayRun={mayRun} />}
      {list.map((round) => (
        <RoundCard key={round.id} round={round} mayRun={mayRun} mail={mail} />
      ))}
    </Page>
  );
}

function OpenLink() {
  const { project } = useProject();
  return (
    <Button component={Link} href={`/projects/${project.id}/rounds/new`} size="xs" leftSection={<IconPlus size={14} />}>
      Open a round
    </Button>
  );
}

function NoRounds({ mayRun }: { mayRun: boolean }) {
  return (
    <Empty title="No rounds yet">
      <p>
        In a round, several coders code the same documents, and until it closes everyone sees only their own codings
        there. So the agreement that is measured afterwards is agreement of people who did not look over each other’s
        shoulders.
      </p>
      <p>
        {mayRun
          ? 'Open the first one when the codebook is ready to be tried.'
          : 'Owners and adjudicators open rounds. When one begins, it appears here.'}
      </p>
      {mayRun && <OpenLink />}
    </Empty>
  );
}

function openAndNewFirst(a: Round, b: Round): number {
  return Number(a.closedAt !== null) - Number(b.closedAt !== null) || (a.openedAt < b.openedAt ? 1 : -1);
}
