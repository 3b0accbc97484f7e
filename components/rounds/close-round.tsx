import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useSend } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { Dialog } from '@/components/ui/dialog';
import type { Round } from '@/lib/rounds';
import type { RoundView } from './use-round';

type Props = { round: Round; view: RoundView; opened: boolean; onClose: () => void };

/** Closing reveals, for everybody and for good: so it says who is not done, asks for a reason and is confirmed. */
export function CloseRound({ round, view, opened, onClose }: Props) {
  const send = useSend();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const missing = unfinished(view);

  const close = async () => {
    setBusy(true);
    const change = await send('round.close', { id: round.id, reason: reason.trim() });
    setBusy(false);
    if (change) onClose();
  };

  return (
    <Dialog opened={opened} onClose={onClose} title={`Close “${round.title}”?`}>
      <p>
        Closing reveals the codings of this round to every member of the project and opens them to agreement. It cannot
        be taken back.
      </p>
      <p>
        {missing === ''
          ? 'Everyone has finished every document.'
          : `Not finished yet: ${missing}. Where a coder has not finished, agreement counts them as missing, not as silent.`}
      </p>
      <Textarea
        label="Reason"
        description={
          missing === ''
            ? 'Kept with the round and in the history, if you give one.'
            : 'Why it is closed before everyone has finished. Kept with the round, in the history and in the report.'
        }
        autosize
        minRows={2}
        maxLength={2_000}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Keep it open
        </Button>
        <Button onClick={() => void close()} loading={busy} disabled={missing !== '' && reason.trim() === ''}>
          Close and reveal
        </Button>
      </Group>
    </Dialog>
  );
}

/** "Marek (2 documents), Sofia (1 document)": what each still has to finish. */
function unfinished({ coders, progress }: RoundView): string {
  const left = coders.map(({ name }, at) => ({
    name,
    n: (progress.coders[at]?.of ?? 0) - (progress.coders[at]?.finished ?? 0),
  }));
  return left
    .filter(({ n }) => n > 0)
    .map(({ name, n }) => `${name} (${counted(n, 'document')})`)
    .join(', ');
}
