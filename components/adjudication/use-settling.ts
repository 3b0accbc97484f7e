import { useSend, useSendStep } from '@/components/project/provider';
import { newId } from '@/lib/log';
import type { Round, Settlement } from '@/lib/rounds';
import { distinct } from './decision';
import type { AgreedPassage, Part, Passage } from './queue';

export type Decision = { parts: readonly Part[]; reason: string };

/** Deciding about passages, and opening what was decided. Each resolves to whether it was done. */
export type Settling = ReturnType<typeof useSettling>;

export function useSettling(round: Round) {
  const send = useSend();
  const sendStep = useSendStep();
  const asked = ({ documentId, start, end }: Passage, { parts, reason }: Decision) => ({
    ...{ id: newId(), roundId: round.id, documentId, start, end, reason },
    codings: distinct(parts).map((part) => ({ id: newId(), ...part })),
  });
  return {
    settle: async (place: Passage, decision: Decision): Promise<boolean> =>
      (await send('consensus.settle', asked(place, decision))) !== null,
    open: async ({ id }: Settlement): Promise<boolean> => (await send('consensus.withdraw', { id })) !== null,
    /** Writes down what nobody disputes, in one step to undo. */
    takeAgreed: (agreed: readonly AgreedPassage[]): Promise<boolean> =>
      sendStep(
        agreed.map((each) => {
          const body = asked(each, { parts: each.codings, reason: '' });
          return { kind: 'consensus.settle', body } as const;
        }),
      ),
  };
}
