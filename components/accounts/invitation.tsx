'use client';

import { Loader } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Gate } from '@/components/ui/gate';
import type { Role } from '@/lib/access';
import { readLink } from './invitation-link';
import { Joining } from './joining';
import { useFragment } from './use-fragment';
import { useLooked } from './use-looked';

export type Offer = { role: Role; project: string; invitedBy: string };

/** An invitation as whoever opens its link sees it. The secret stays in the fragment and goes out in request bodies only. */
export function Invitation({ account }: { account: { name: string; email: string } | null }) {
  const fragment = useFragment();
  const link = fragment === null ? null : readLink(fragment);
  const looked = useLooked<Offer>('/api/invitation/look', link);
  if (fragment !== null && !link) {
    return (
      <Closed title="This link is not complete">
        A part of it was lost on the way. Copy the whole link from the message, or ask for a new one.
      </Closed>
    );
  }
  if (!link || !looked)
    return (
      <Gate title="Invitation">
        <Loader role="status" aria-label="Looking at the invitation" mt="md" />
      </Gate>
    );
  if ('fault' in looked) return <Closed title="This invitation does not work">{looked.fault}</Closed>;
  return <Joining link={link} offer={looked.found} account={account} />;
}

/** A link that opens nothing, and why. */
export function Closed({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Gate title={title} lead={children}>
      <p>
        <Link href="/">To Concord</Link>
      </p>
    </Gate>
  );
}
