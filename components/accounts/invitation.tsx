'use client';

import { Loader } from '@mantine/core';
import Link from 'next/link';
import { useEffect, useState, type ReactNode } from 'react';
import { Gate } from '@/components/ui/gate';
import { post, sentenceOf } from '@/components/ui/post';
import type { Role } from '@/lib/access';
import { readLink, type InvitationLink } from './invitation-link';
import { Joining } from './joining';
import { useFragment } from './use-fragment';

export type Offer = { role: Role; project: string; invitedBy: string };
type Looked = { offer: Offer } | { fault: string };

/** An invitation as whoever opens its link sees it. The secret stays in the fragment and goes out in request bodies only. */
export function Invitation({ account }: { account: { name: string; email: string } | null }) {
  const fragment = useFragment();
  const link = fragment === null ? null : readLink(fragment);
  const looked = useLook(link);
  if (fragment !== null && !link) {
    return (
      <Closed title="This link is not complete">
        A part of it was lost on the way. Copy the whole link from the message, or ask for a new one.
      </Closed>
    );
  }
  if (!link || !looked) return <Gate title="Invitation"><Loader role="status" aria-label="Looking at the invitation" mt="md" /></Gate>;
  if ('fault' in looked) return <Closed title="This invitation does not work">{looked.fault}</Closed>;
  return <Joining link={link} offer={looked.offer} account={account} />;
}

function Closed({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Gate title={title} lead={children}>
      <p>
        <Link href="/">To Concord</Link>
      </p>
    </Gate>
  );
}

function useLook(link: InvitationLink | null): Looked | null {
  const [looked, setLooked] = useState<Looked | null>(null);
  const { projectId, secret } = link ?? {};
  useEffect(() => {
    if (!projectId || !secret) return;
    let current = true;
    post<Offer>('/api/invitation/look', { projectId, secret })
      .then((offer): Looked => ({ offer }))
      .catch((error: unknown): Looked => ({ fault: sentenceOf(error) }))
      .then((next) => current && setLooked(next));
    return () => {
      current = false;
    };
  }, [projectId, secret]);
  return looked;
}
