import { z } from 'zod';
import { handedOver, type Claim, type CodingsState } from '@/lib/codings';
import { id, kind, parts, type Table } from '@/lib/log';
import type { AdjudicationState } from '../adjudication/settlement';
import type { Comment, DiscussionState } from '../discussion/comment';
import type { Round, RoundsState } from '../round';

const claimed = z.strictObject({ placeholderId: id, userId: id });

type State = CodingsState & Pick<RoundsState, 'rounds'> & AdjudicationState & DiscussionState & Members;
type Members = { members: Table<{ id: string; removed: boolean }> };

/**
 * A placeholder's work comes under the name of the member who did it: codings and finished marks, what a round gave them
 * to code, what they settled and said, and where others named them. Whatever the member has of the same already, the
 * placeholder keeps.
 */
export const claimChanges = {
  'member.claim': kind<Claim, Claim, State>({
    permission: 'members:manage',
    body: claimed,
    subject: () => null,
    apply: (state, { body }) => ({
      ...state,
      ...handedOver(state, body),
      ...withoutPlaceholder(state, body),
      ...inRounds(state, body),
    }),
    touches: ({ placeholderId }) => parts('member', placeholderId, ['role']),
    invert: () => null,
  }),
};

function withoutPlaceholder({ members }: Members, { placeholderId }: Claim): Partial<Members> {
  const placeholder = members.get(placeholderId);
  return placeholder ? { members: members.with({ ...placeholder, removed: true }) } : {};
}

function inRounds({ rounds, settlements, comments }: State, claim: Claim) {
  const { placeholderId, userId } = claim;
  const settled = [...settlements.values()].filter(({ adjudicatorId }) => adjudicatorId === placeholderId);
  return {
    rounds: [...rounds.values()].reduce((table, round) => table.with(coded(round, claim)), rounds),
    settlements: settled.reduce((table, each) => table.with({ ...each, adjudicatorId: userId }), settlements),
    comments: [...comments.values()].reduce((table, comment) => table.with(said(comment, claim)), comments),
  };
}

function coded(round: Round, claim: Claim): Round {
  if (!round.coderIds.includes(claim.placeholderId)) return round;
  if (!round.assigned) return { ...round, coderIds: named(round.coderIds, claim).sort() };
  const each = Object.entries(round.assigned).map(
    ([documentId, ids]) => [documentId, named(ids, claim).sort()] as const,
  );
  return {
    ...round,
    assigned: Object.fromEntries(each),
    coderIds: [...new Set(each.flatMap(([, ids]) => ids))].sort(),
  };
}

function said(comment: Comment, claim: Claim): Comment {
  const { authorId, mentions } = comment;
  if (authorId !== claim.placeholderId && !mentions.includes(claim.placeholderId)) return comment;
  const [author] = named([authorId], claim);
  return { ...comment, authorId: author!, mentions: named(mentions, claim) };
}

/** The ids with the member's in the placeholder's place, unless both are there. */
function named(ids: readonly string[], { placeholderId, userId }: Claim): string[] {
  return ids.includes(userId) ? [...ids] : ids.map((each) => (each === placeholderId ? userId : each));
}
