'use client';

import { Button, Loader, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { longestPassword, shortestPassword } from '@/lib/accounts';
import { Fault } from '@/components/ui/fault';
import { Gate } from '@/components/ui/gate';
import { post } from '@/components/ui/post';
import { useSubmit } from '@/components/ui/use-submit';
import { enter } from './enter';
import { Closed } from './invitation';
import { useFragment } from './use-fragment';
import { useLooked } from './use-looked';

type Whose = { name: string; email: string };

/** A link to a new password as whoever opens it sees it. The secret stays in the fragment and goes out in request bodies only. */
export function NewPassword() {
  const secret = useFragment();
  const looked = useLooked<Whose>('/api/password', secret ? { act: 'look', secret } : null);
  if (secret === '')
    return (
      <Closed title="This link is not complete">Copy the whole link from the message, or ask for a new one.</Closed>
    );
  if (!secret || !looked)
    return (
      <Gate title="New password">
        <Loader role="status" aria-label="Looking at the link" mt="md" />
      </Gate>
    );
  if ('fault' in looked) return <Closed title="This link does not work">{looked.fault}</Closed>;
  return <Setting secret={secret} whose={looked.found} />;
}

function Setting({ secret, whose: { name, email } }: { secret: string; whose: Whose }) {
  const form = useForm({ mode: 'uncontrolled', initialValues: { fresh: '' } });
  const { busy, fault, onSubmit } = useSubmit(async () => {
    const { fresh } = form.getValues();
    await post('/api/password', { act: 'set', secret, fresh });
    await enter({ email, password: fresh });
    window.location.assign('/projects');
    await new Promise(() => {});
  });
  return (
    <Gate
      title="New password"
      lead={
        <>
          For <bdi>{name}</bdi>, who signs in as {email}. Every session of this account ends, in every browser.
        </>
      }
    >
      <form onSubmit={onSubmit}>
        <Fault sentence={fault} />
        <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
        <PasswordInput
          label="New password"
          description={`At least ${shortestPassword} characters.`}
          required
          withAsterisk={false}
          autoFocus
          minLength={shortestPassword}
          maxLength={longestPassword}
          autoComplete="new-password"
          {...form.getInputProps('fresh')}
        />
        <Button type="submit" loading={busy} fullWidth mt={4}>
          Set password and sign in
        </Button>
      </form>
    </Gate>
  );
}
