import { Button, SegmentedControl } from '@mantine/core';
import { signOut } from 'next-auth/react';
import { useState } from 'react';
import { Fault } from '@/components/ui/fault';
import { Gate } from '@/components/ui/gate';
import { post } from '@/components/ui/post';
import { useSubmit } from '@/components/ui/use-submit';
import { roleSentences } from '@/lib/access';
import { enter } from './enter';
import type { Offer } from './invitation';
import type { InvitationLink } from './invitation-link';
import { RegistrationFields, useRegistration } from './registration-fields';
import { SignInForm } from './sign-in-form';

type Props = { link: InvitationLink; offer: Offer; account: { name: string; email: string } | null };

/** Accepts an invitation: with the account at hand, with a new one, or after signing in. */
export function Joining({ link, offer, account }: Props) {
  const [known, setKnown] = useState<'new' | 'known'>('new');
  return (
    <Gate
      title={`Join “${offer.project}”`}
      lead={
        <>
          <bdi>{offer.invitedBy}</bdi> invites you as {offer.role === 'coder' || offer.role === 'viewer' ? 'a' : 'an'} {offer.role}. {roleSentences[offer.role]}
        </>
      }
    >
      {account && <JoinAs link={link} account={account} />}
      {!account && (
        <>
          <SegmentedControl
            fullWidth
            mt="lg"
            aria-label="Do you have an account here?"
            value={known}
            onChange={(value) => setKnown(value === 'known' ? 'known' : 'new')}
            data={[
              { value: 'new', label: 'I am new here' },
              { value: 'known', label: 'I have an account' },
            ]}
          />
          {known === 'new' ? <JoinNew link={link} /> : <SignInForm next={null} />}
        </>
      )}
    </Gate>
  );
}

function JoinAs({ link, account }: { link: InvitationLink; account: { name: string; email: string } }) {
  const { busy, fault, onSubmit } = useSubmit(() => join(link, null));
  return (
    <form onSubmit={onSubmit}>
      <Fault sentence={fault} />
      <Button type="submit" loading={busy} fullWidth>
        Join as {account.name}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={() => void signOut({ redirect: false }).then(() => window.location.reload())}>
        You are not {account.email}? Sign out
      </Button>
    </form>
  );
}

function JoinNew({ link }: { link: InvitationLink }) {
  const form = useRegistration();
  const { busy, fault, onSubmit } = useSubmit(async () => join(link, form.getValues()));
  return (
    <form onSubmit={onSubmit}>
      <Fault sentence={fault} />
      <RegistrationFields form={form} />
      <Button type="submit" loading={busy} fullWidth mt={4}>
        Make account and join
      </Button>
    </form>
  );
}

async function join(link: InvitationLink, who: { email: string; name: string; password: string } | null): Promise<void> {
  const { projectId } = await post<{ projectId: string }>('/api/invitation/accept', { ...link, who });
  if (who) await enter(who);
  window.location.assign(`/projects/${projectId}`);
  await new Promise(() => {});
}
