import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './sending-footer.module.css';

type Props = {
  /** What of it was sent, 0 to 1; null while nothing is under way. */ share: number | null;
  of: string;
  children: ReactNode;
};

/** Stays at the foot of a window from which something long is sent: how far it has come, and the buttons. */
export function SendingFooter({ share, of, children }: Props) {
  return (
    <div className={classes.footer}>
      {share !== null && (
        <Progress
          className={classes.share}
          value={share * 100}
          aria-label={`Share of the ${of} that were sent`}
          animated
        />
      )}
      {children}
    </div>
  );
}
