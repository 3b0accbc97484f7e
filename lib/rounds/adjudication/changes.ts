import { z } from 'zod';
import type { Coding, CodingsState } from '@/lib/codings';
import { id, kind, whole, words } from '@/lib/log';
import { longestReason, type AdjudicationState, type Settlement } from './settlement';

const offset = z.int().min(0);
const passage = { roundId: id, documentId: id, start: offset, end: offset };
/** A quote is as long as its span; the text itself is the limit that matters. */
const quote = words(2_000_000).pipe(z.string().min(1));
const part = z.strictObject({ id, codeId: id, start: offset, end: offset, quote });
const settled = z.strictObject({
  id,
  ...passage,
  reason: words(longestReason),
  codings: z.array(part).max(200).refine(areApart, 'One code stands twice on the same words. Leave one of them out.'),
});
const one = z.strictObject({ id });

export type ConsensusSettled = { settlement: Settlement; codings: Coding[] };
export type ConsensusWithdrawn = { settlement: Settlement };

type State = AdjudicationState & CodingsState;

/**
 * What adjudication consists of. A settlement is the consensus on one passage: it comes and goes as a whole, with its
 * codings. It belongs to the adjudicator who wrote it as far as the seal goes, and to nobody as far as agreement goes.
 */
export const adjudicationChanges = {
  'consensus.settle': kind<z.infer<typeof settled>, ConsensusSettled, State>({
    permission: 'consensus:write',
    body: settled,
    subject: whose,
    apply: (state, { body }) => settle(state, body),
    touches: theSettlement,
    invert: ({ settlement }) => ({ kind: 'consensus.withdraw', body: { id: settlement.id } }),
    foresee: ({ codings, ...asked }, { actorId, state }) => {
      const at = new Date().toISOString();
      const { documentId, reason } = asked;
      const made = { documentId, coderId: actorId, layer: 'consensus', memo: reason } as const;
      const when = { codebookVersion: state.codebookVersion, createdAt: at, updatedAt: at };
      const decided = { adjudicatorId: actorId, codingIds: codings.map(({ id: each }) => each), at, withdrawn: false };
      return { settlement: { ...asked, ...decided }, codings: codings.map((each) => ({ ...each, ...made, ...when })) };
    },
  }),

  'consensus.withdraw': kind<z.infer<typeof one>, ConsensusWithdrawn, State>({
    permission: 'consensus:write',
    body: one,
    subject: whose,
    apply: (state, { body: { settlement } }) => ({
      ...state,
      settlements: state.settlements.with(settlement),
      codings: settlement.codingIds.reduce((codings, each) => codings.without(each), state.codings),
    }),
    touches: theSettlement,
    invert: ({ settlement }) => ({ kind: 'consensus.restore', body: { id: settlement.id } }),
    foresee: ({ id: asked }, { state }) => {
      const settlement = state.settlements.get(asked);
      return settlement ? { settlement: { ...settlement, withdrawn: true } } : null;
    },
  }),

  'consensus.restore': kind<z.infer<typeof one>, ConsensusSettled, State>({
    permission: 'consensus:write',
    body: one,
    subject: whose,
    apply: (state, { body }) => settle(state, body),
    touches: theSettlement,
    invert: ({ settlement }) => ({ kind: 'consensus.withdraw', body: { id: settlement.id } }),
  }),
};

function settle(state: State, { settlement, codings }: ConsensusSettled): State {
  return {
    ...state,
    settlements: state.settlements.with(settlement),
    codings: codings.reduce((table, coding) => table.with(coding), state.codings),
  };
}

function whose({ settlement: { documentId, adjudicatorId } }: { settlement: Settlement }) {
  return { documentId, coderId: adjudicatorId };
}

function theSettlement({ settlement }: { settlement: Settlement }) {
  return whole('settlement', settlement.id);
}

function areApart(codings: { codeId: string; start: number; end: number }[]): boolean {
  return new Set(codings.map(({ codeId, start, end }) => `${codeId} ${start} ${end}`)).size === codings.length;
}
