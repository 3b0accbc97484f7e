'use client';

import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { longestPassword, shortestPassword, type Session } from '@/lib/accounts';
import { Fault } from '@/components/ui/fault';
import { Moment } from '@/components/ui/moment';
import { Section } from '@/components/ui/page';
import { post } from '@/components/ui/post';
import { useSubmit } from '@/components/ui/use-submit';
import { enter } from './enter';
import type { PasswordLinkNotice, Token } from '@/lib/projects';
import { Sessions } from './sessions';
import classes from './sessions.module.css';
import { Tokens, type TokenProject } from './tokens';

type Props = {
  email: string;
  name: string;
  sessions: Session[];
  current: string;
  links: PasswordLinkNotice[];
  tokens: Token[];
  projects: TokenProject[];
};

/** What people change about their own account. `current` is the session of the browser that looks. */
export function AccountSettings({ email, name, sessions, current, links, tokens, projects }: Props) {
  return (
    <>
      <NameForm name={name} />
      <PasswordForm email={email} links={links} />
      <Sessions sessions={sessions} current={current} />
      <Tokens tokens={tokens} projects={projects} />
    </>
  );
}

function NameForm({ name }: { name: string }) {
  const router = useRouter();
  const form = useForm({ initialValues: { name } });
  const { busy, fault, onSubmit } = useSubmit(async () => {
    await post('/api/account', { act: 'rename', ...form.values });
    notifications.show({ message: 'Your name is changed.' });
    router.refresh();
  });
  return (
    <Section title="Name" lead="As the others in your projects see it, also beside what you have coded already.">
      <form onSubmit={onSubmit}>
        <Stack gap="sm" align="start" maw={420}>
          <Fault sentence={fault} />
          <TextInput label="Your name" required maxLength={100} w="100%" autoComplete="name" {...form.getInputProps('name')} />
          <Button type="submit" variant="default" loading={busy} disabled={form.values.name.trim() === name}>
            Change name
          </Button>
        </Stack>
      </form>
    </Section>
  );
}

function PasswordForm({ email, links }: Pick<Props, 'email' | 'links'>) {
  const router = useRouter();
  const form = useForm({ initialValues: { old: '', fresh: '' } });
  const { busy, fault, onSubmit } = useSubmit(async () => {
    await post('/api/account', { act: 'password', ...form.values });
    await enter({ email, password: form.values.fresh });
    form.reset();
    router.refresh();
    notifications.show({ message: 'Your password is changed. Everywhere else you are signed out.' });
  });
  const length = { minLength: shortestPassword, maxLength: longestPassword };
  return (
    <Section title="Password" lead="A new password signs you out everywhere but here, and ends the tokens of your scripts.">
      <form onSubmit={onSubmit}>
        <Stack gap="sm" align="start" maw={420}>
          <Fault sentence={fault} />
          <PasswordInput label="Old password" required w="100%" autoComplete="current-password" {...form.getInputProps('old')} />
          <PasswordInput
            label="New password"
            description={`At least ${shortestPassword} characters.`}
            required
            w="100%"
            autoComplete="new-password"
            {...length}
            {...form.getInputProps('fresh')}
          />
          <Button type="submit" variant="default" loading={busy}>
            Change password
          </Button>
        </Stack>
      </form>
      {links.map(({ id, by, at, used }) => (
        <p key={id} className={classes.quiet}>
          <bdi>{by ?? 'Whoever runs this server'}</bdi> made a link to a new password for this account <Moment at={at} />
          {used ? '; it was used.' : '; it was not used.'}
        </p>
      ))}
    </Section>
  );
}
