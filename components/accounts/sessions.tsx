'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import type { Session } from '@/lib/accounts';
import { Fault } from '@/components/ui/fault';
import { Moment } from '@/components/ui/moment';
import { Section } from '@/components/ui/page';
import { post } from '@/components/ui/post';
import { useSubmit } from '@/components/ui/use-submit';
import classes from './sessions.module.css';

type Props = { sessions: Session[]; current: string };

/** Where this person is signed in, with the means to end one session or all of them. */
export function Sessions({ sessions, current }: Props) {
  return (
    <Section
      title="Sessions"
      lead="Where you are signed in. A session you end is over at once, in every tab of that browser; what was not saved there yet stays there."
    >
      <ul className={classes.list}>
        {sessions.map((session) => (
          <Row key={session.id} session={session} isCurrent={session.id === current} />
        ))}
      </ul>
      <Everywhere />
    </Section>
  );
}

function Row({
  session: { id, device, address, createdAt, seenAt },
  isCurrent,
}: {
  session: Session;
  isCurrent: boolean;
}) {
  const router = useRouter();
  const { busy, fault, onSubmit } = useSubmit(async () => {
    await post('/api/account', { act: 'end-session', session: id });
    router.refresh();
  });
  return (
    <li>
      <form className={classes.row} onSubmit={onSubmit}>
        <span className={classes.words}>
          <span>{device}</span>
          <span className={classes.quiet}>
            {address && `from ${address} · `}signed in <Moment at={createdAt} /> · last seen <Moment at={seenAt} />
          </span>
        </span>
        {isCurrent ? (
          <span className={classes.quiet}>this browser</span>
        ) : (
          <Button type="submit" size="xs" variant="default" loading={busy} aria-label={`End the session of ${device}`}>
            End
          </Button>
        )}
        <Fault sentence={fault} />
      </form>
    </li>
  );
}

function Everywhere() {
  const { busy, fault, onSubmit } = useSubmit(async () => {
    await post('/api/account', { act: 'sign-out' });
    window.location.assign('/sign-in');
    await new Promise(() => {});
  });
  return (
    <form onSubmit={onSubmit}>
      <Fault sentence={fault} />
      <p className={classes.quiet}>
        Ends all of them, this browser’s included, and the tokens of your scripts. Useful after working on somebody
        else’s computer.
      </p>
      <Button type="submit" variant="default" loading={busy} mt="xs">
        Sign out everywhere
      </Button>
    </form>
  );
}
