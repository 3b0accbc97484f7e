import { notifications } from '@mantine/notifications';
import type { RefObject } from 'react';
import { useSendStep } from '@/components/project/provider';
import type { ReaderHandle } from '@/components/reader';
import { joined, split, touching, type Coding, type Gesture } from '@/lib/codings';
import type { DocumentCodings } from './document-codings';
import { useOwn } from './use-own';

type Desk = { text: string; reader: RefObject<ReaderHandle | null>; codings: DocumentCodings };

/** Makes two of one's coding or one of several. Each is one step to undo. */
export function useShaping({ text, reader, codings }: Desk) {
  const sendStep = useSendStep();
  const own = useOwn();

  const send = async (gesture: Gesture | null, otherwise: string) => {
    reader.current?.focus();
    if (gesture) await sendStep(gesture);
    else notifications.show({ id: 'no-gesture', message: otherwise, autoClose: 5_000 });
  };

  return {
    /** Cuts at the caret. */
    split: async (coding: Coding) => {
      const at = reader.current?.caret() ?? -1;
      if (own(coding)) await send(split(text, coding, at), 'Put the caret inside the passage, where it should be cut.');
    },

    /** Joins with all of one's codings of the same code that touch it. */
    join: async (coding: Coding) => {
      if (!own(coding)) return;
      const run = touching(text, coding, codings.index.all());
      const alone = 'No other passage of yours with this code touches this one.';
      const tooLong = 'The memos of these passages are too long together. Shorten one of them first.';
      await send(run.length > 1 ? joined(text, coding, run) : null, run.length > 1 ? tooLong : alone);
    },
  };
}

export type Shaping = ReturnType<typeof useShaping>;
