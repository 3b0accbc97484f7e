'use client';

import { ActionIcon, Indicator, Tooltip } from '@mantine/core';
import { IconAt } from '@tabler/icons-react';
import Link from 'next/link';
import { useProject } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { mentionsOf } from '@/lib/rounds';

/** The way to what mentions the viewer, and how much of it they have not seen. Nothing where nothing ever did. */
export function MentionsLink({ seenAt }: { seenAt: string | null }) {
  const { comments, viewerId, project } = useProject();
  const mentions = mentionsOf(comments.values(), viewerId);
  if (mentions.length === 0) return null;
  const fresh = mentions.filter(({ at, editedAt }) => seenAt === null || (editedAt ?? at) > seenAt).length;
  const label = fresh > 0 ? `Mentions of you: ${counted(fresh, 'new one')}` : 'Mentions of you';
  return (
    <Tooltip label={label}>
      <Indicator label={fresh} size={16} disabled={fresh === 0} offset={5}>
        <ActionIcon
          component={Link}
          href={`/projects/${project.id}/mentions`}
          prefetch={false}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={label}
        >
          <IconAt size={18} aria-hidden />
        </ActionIcon>
      </Indicator>
    </Tooltip>
  );
}
