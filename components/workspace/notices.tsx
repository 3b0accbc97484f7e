import { IconEye, IconLock } from '@tabler/icons-react';
import type { Round } from '@/lib/rounds';
import classes from './workspace.module.css';

type Props = { round: Round | undefined; coding: boolean; asked: boolean };

/** What limits what one sees or may do here, said once above the text. */
export function Notices({ round, coding, asked }: Props) {
  return (
    <>
      {round && (
        <p className={classes.notice}>
          <IconLock size={16} aria-hidden />
          <span>
            In the open round “{round.title}”. You see only your own codings until the round closes.
            {coding && !asked && ' The round gave this document to others: what you code here does not count in it.'}
          </span>
        </p>
      )}
      {!coding && (
        <p className={classes.notice}>
          <IconEye size={16} aria-hidden />
          <span>You are a viewer of this project: you can read and follow, not code.</span>
        </p>
      )}
    </>
  );
}
