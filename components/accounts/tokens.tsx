'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Fault } from '@/components/ui/fault';
import { Moment } from '@/components/ui/moment';
import { Section } from '@/components/ui/page';
import { post } from '@/components/ui/post';
import { ShownOnce } from '@/components/ui/shown-once';
import { useSubmit } from '@/components/ui/use-submit';
import type { Token } from '@/lib/projects';
import classes from './sessions.module.css';
import { TokenForm, type MadeToken, type TokenProject } from './token-form';

export type { TokenProject };

type Props = { tokens: Token[]; projects: TokenProject[] };

/** The tokens with which this person's scripts come in, and the means to make one or end one. */
export function Tokens({ tokens, projects }: Props) {
  const [made, setMade] = useState<MadeToken | null>(null);
  return (
    <Section
      id="tokens"
      title="Tokens for scripts"
      lead="With a token a script of yours reads a project, or also writes to it, in place of your password. It opens that project alone, sees what you see there, and may at most what you may. Leaving the project, a new password and signing out everywhere end it."
    >
      {tokens.length > 0 && (
        <ul className={classes.list} aria-label="Your tokens">
          {tokens.map((token) => (
            <Row key={token.id} token={token} />
          ))}
        </ul>
      )}
      {made && <Made made={made} />}
      {projects.length === 0 ? (
        <p className={classes.quiet}>You are in no project yet, so there is nothing that a token could open.</p>
      ) : (
        <TokenForm projects={projects} onMade={setMade} />
      )}
    </Section>
  );
}

function Row({ token: { id, projectId, project, name, scope, expiresAt, expired, usedAt } }: { token: Token }) {
  const router = useRouter();
  const { busy, fault, onSubmit } = useSubmit(async () => {
    await post('/api/account', { act: 'revoke-token', token: { projectId, id } });
    router.refresh();
  });
  return (
    <li>
      <form className={classes.row} onSubmit={onSubmit}>
        <span className={classes.words}>
          <bdi>{name}</bdi>
          <span className={classes.quiet}>
            {scope === 'read' ? 'reads' : 'reads and writes'} <bdi>{project}</bdi> · {expired ? 'expired' : 'expires'}{' '}
            <Moment at={expiresAt} /> ·{' '}
            {usedAt ? (
              <>
                last used <Moment at={usedAt} />
              </>
            ) : (
              'not used yet'
            )}
          </span>
        </span>
        <Button type="submit" size="xs" variant="default" loading={busy} aria-label={`Revoke the token ${name}`}>
          Revoke
        </Button>
        <Fault sentence={fault} />
      </form>
    </li>
  );
}

function Made({ made: { secret, projectId } }: { made: MadeToken }) {
  const address = `${window.location.origin}/api/v1/projects/${projectId}/codings.csv`;
  return (
    <div className={classes.made}>
      <ShownOnce label="Token" secret={secret}>
        Copy the token now and keep it where you keep passwords: whoever has it can do what it allows. It cannot be
        shown again.
      </ShownOnce>
      <p className={classes.quiet}>The coded passages, for a try:</p>
      <pre className={classes.sample} tabIndex={0}>
        {`curl -H "Authorization: Bearer $CONCORD_TOKEN" \\\n  ${address}`}
      </pre>
    </div>
  );
}
