import { z } from 'zod';
import { maySee, sealOfMarks, type Role } from '@/lib/access';
import type { CodingsState } from '@/lib/codings';
import { id, kind, name, whole, words, type Table } from '@/lib/log';
import type { AdjudicationState } from './adjudication/settlement';
import type { DiscussionState } from './discussion/comment';
import { sealedDocuments, type Round, type RoundsState } from './round';

const opened = z.strictObject({
  id,
  title: name(200),
  documentIds: z.array(id).min(1, 'A round needs at least one document.').max(5_000),
  coderIds: z.array(id).min(1, 'A round needs at least one coder.').max(500),
});
const closed = z.strictObject({ id, reason: words(2_000) });

/** Whoever folds the log for one person says who that is, so that an opening round can take others' work away. */
type SealedState = RoundsState & CodingsState & AdjudicationState & DiscussionState & Viewed;
type Viewed = { viewerId: string; members: Table<{ id: string; role: Role }>; stale: boolean };
export type RoundOpened = { round: Round };
export type RoundClosed = { id: string; reason: string; closedAt: string };

/** Opening and closing rounds: the only two acts that change who sees what. Neither can be taken back. */
export const roundChanges = {
  'round.open': kind<z.infer<typeof opened>, RoundOpened, SealedState>({
    permission: 'rounds:run',
    body: opened,
    subject: () => null,
    apply: (state, { body }) => {
      const rounds = state.rounds.with(body.round);
      const role = state.members.get(state.viewerId)?.role ?? 'viewer';
      const seal = { viewerId: state.viewerId, sealedDocuments: sealedDocuments(rounds.values()) };
      return {
        ...state,
        rounds,
        codings: state.codings.filter((coding) => maySee(seal, coding)),
        merged: state.merged.filter(({ was }) => maySee(seal, was)),
        settlements: state.settlements.filter(({ documentId, adjudicatorId }) => maySee(seal, { documentId, coderId: adjudicatorId })),
        comments: state.comments.filter(({ documentId, authorId }) => maySee(seal, { documentId, coderId: authorId })),
        finished: state.finished.filter((mark) => maySee(sealOfMarks(seal, role), mark)),
      };
    },
    touches: ({ round }) => whole('round', round.id),
    invert: () => null,
  }),

  'round.close': kind<z.infer<typeof closed>, RoundClosed, SealedState>({
    permission: 'rounds:run',
    body: closed,
    subject: () => null,
    /** What the round hid was never sent to this browser: it has to ask for its state anew. */
    apply: (state, { body }) => {
      const round = state.rounds.get(body.id);
      if (!round) return state;
      return { ...state, stale: true, rounds: state.rounds.with({ ...round, closedAt: body.closedAt, reason: body.reason }) };
    },
    touches: ({ id }) => whole('round', id),
    invert: () => null,
  }),
};
