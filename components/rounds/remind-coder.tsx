import { Button } from '@mantine/core';
import { useState } from 'react';
import { useProject } from '@/components/project/provider';
import { Moment } from '@/components/ui/moment';
import { reminderId, type Round } from '@/lib/rounds';
import type { Remind } from './use-remind';
import classes from './progress.module.css';

type Props = { round: Round; coder: { id: string; name: string }; remind: Remind };

/** Reminds one coder of what they have not finished, and says when that was done last. */
export function RemindCoder({ round, coder, remind }: Props) {
  const { reminders } = useProject();
  const [busy, setBusy] = useState(false);
  const last = reminders.get(reminderId(round.id, coder.id));
  const go = async () => {
    setBusy(true);
    await remind(round, coder);
    setBusy(false);
  };
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        loading={busy}
        onClick={() => void go()}
        aria-label={`Remind ${coder.name}`}
      >
        Remind
      </Button>
      {last && (
        <span className={classes.last}>
          last <Moment at={last.at} />
        </span>
      )}
    </>
  );
}
