'use client';

import { Button } from '@mantine/core';
import { Told } from './told';

type Props = { error: Error & { digest?: string }; reset: () => void; to: string; where: string };

/** A page that failed. `digest` is the only thing that leads whoever runs the server to the cause in its log. */
export function Broken({ error, reset, to, where }: Props) {
  return (
    <Told title="Something went wrong on our side" to={to} where={where} actions={<Button onClick={reset}>Try again</Button>}>
      What you had saved is safe. If it goes wrong again, tell whoever runs this server
      {error.digest ? ` and give them this number: ${error.digest}.` : '.'}
    </Told>
  );
}
