import { z } from 'zod';
import { maySee, sealOfMarks, type Role } from '@/lib/access';
import type { CodingsState } from '@/lib/codings';
import { id, kind, name, whole, words, type Table } from '@/lib/log';
import type { AdjudicationState } from './adjudication/settlement';
import type { DiscussionState } from './discussion/comment';
import { sealedDocuments, type Reminder, type Round, type RoundsState } from './round';

const seed = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);
const sampling = z.strictObject({
  seed,
  size: z.int().min(1).max(5_000),
  by: z.string().max(60).nullable(),
  fresh: z.boolean(),
});
const opened = z.strictObject({
  id,
  title: name(200),
  documentIds: z.array(id).min(1, 'A round needs at least one document.').max(5_000),
  coderIds: z.array(id).min(1, 'A round needs at least one coder.').max(500),
  /** How `documentIds` were drawn. The server draws again, and refuses what it does not draw itself. */
  sample: sampling.nullish(),
  /** Left out: every coder codes every document. */
  dealt: z.strictObject({ perDocument: z.int().min(1).max(50), seed }).nullish(),
});
const reminded = z.strictObject({ id, coderId: id });
const closed = z.strictObject({ id, reason: words(2_000) });

/** Whoever folds the log for one person says who that is, so that an opening round can take others' work away. */
type SealedState = RoundsState & CodingsState & AdjudicationState & DiscussionState & Viewed;
type Viewed = { viewerId: string; members: Table<{ id: string; role: Role }>; stale: boolean };
export type RoundOpened = { round: Round };
export type CoderReminded = { reminder: Reminder };
export type RoundClosed = { id: string; reason: string; closedAt: string };

/** Opening and closing rounds: the only two acts that change who sees what. Neither can be taken back. And reminding of one. */
export const roundChanges = {
  'round.open': kind<z.infer<typeof opened>, RoundOpened, SealedState>({
    permission: 'rounds:run',
    body: opened,
    subject: () => null,
    apply: (state, { body }) => {
      const rounds = state.rounds.with({ ...chosenByHand, ...body.round });
      const role = state.members.get(state.viewerId)?.role ?? 'viewer';
      const seal = { viewerId: state.viewerId, sealedDocuments: sealedDocuments(rounds.values()) };
      return {
        ...state,
        rounds,
        codings: state.codings.filter((coding) => maySee(seal, coding)),
        merged: state.merged.filter(({ was }) => maySee(seal, was)),
        settlements: state.settlements.filter(({ documentId, adjudicatorId }) =>
          maySee(seal, { documentId, coderId: adjudicatorId }),
        ),
        comments: state.comments.filter(({ documentId, authorId }) => maySee(seal, { documentId, coderId: authorId })),
        finished: state.finished.filter((mark) => maySee(sealOfMarks(seal, role), mark)),
      };
    },
    touches: ({ round }) => whole('round', round.id),
    invert: () => null,
  }),

  /** Asks a coder to finish what they have left in an open round; of anybody else it says nothing. */
  'round.remind': kind<z.infer<typeof reminded>, CoderReminded, RoundsState>({
    permission: 'rounds:run',
    shows: 'mark',
    body: reminded,
    subject: ({ reminder: { documentId, coderId } }) => ({ documentId, coderId }),
    apply: (state, { body: { reminder } }) => {
      const open = state.rounds.get(reminder.roundId)?.closedAt === null;
      return open ? { ...state, reminders: state.reminders.with(reminder) } : state;
    },
    touches: () => [],
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
      const rounds = state.rounds.with({ ...round, closedAt: body.closedAt, reason: body.reason });
      return { ...state, stale: true, rounds, reminders: state.reminders.filter(({ roundId }) => roundId !== body.id) };
    },
    touches: ({ id }) => whole('round', id),
    invert: () => null,
  }),
};

/** Rounds of the time before documents could be drawn and dealt say nothing of it in the log. */
const chosenByHand = { sample: null, dealt: null, assigned: null };
