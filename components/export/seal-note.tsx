'use client';

import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useProject } from '@/components/project/provider';

/** Says why others' codings are missing while a round is open. */
export function SealNote() {
  const open = [...useProject().rounds.values()].filter((round) => round.closedAt === null);
  if (open.length === 0) return null;
  const titles = open.map(({ title }) => `“${title}”`).join(', ');
  return (
    <Alert variant="light" color="gray" icon={<IconLock size={18} aria-hidden />} mb="md">
      {open.length === 1 ? `The round ${titles} is open.` : `The rounds ${titles} are open.`} Of their documents, files
      hold your own codings alone until they are closed.
    </Alert>
  );
}
