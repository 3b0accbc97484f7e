import { z } from 'zod';
import { id, kind, parts, whole, type Table } from '@/lib/log';
import { corrected, effective, type Anchor, type Correction } from './anchors';
import type { Pair } from './pair';

/** The most blocks of a pair that can be put together by hand. */
export const mostAnchors = 20_000;

const block = z.int().min(0).max(10_000_000);
const anchors = z.array(z.strictObject({ original: block, translation: block })).max(mostAnchors);

const linked = z
  .strictObject({ id, originalId: id, translationId: id, anchors: anchors.optional() })
  .refine(({ originalId, translationId }) => originalId !== translationId, 'A document is not its own translation.');
const aligned = z.strictObject({ id, add: anchors, remove: anchors });
const unlinked = z.strictObject({ id });

/** `freed` names pairs that held one of the documents while their other one lay deleted: they make room. */
export type PairLinked = { pair: Pair; freed: string[] };
export type PairAligned = { id: string; originalId: string; translationId: string; add: Anchor[]; remove: Anchor[] };
export type PairUnlinked = { pair: Pair };

/** What changes of pairs act on. Those of deleted documents may still be in it; they come back with the documents. */
export type PairsState = { pairs: Table<Pair> };

/** The changes of pairs. They say nothing of anybody's codings, so every member sees them. */
export const pairChanges = {
  'pair.link': kind<z.infer<typeof linked>, PairLinked, PairsState>({
    permission: 'documents:edit',
    body: linked,
    subject: () => null,
    apply: (state, { body: { pair, freed } }) => ({
      ...state,
      pairs: freed.reduce((pairs, gone) => pairs.without(gone), state.pairs).with(pair),
    }),
    touches: ({ pair }) => whole('pair', pair.id),
    invert: ({ pair }) => ({ kind: 'pair.unlink', body: { id: pair.id } }),
  }),

  'pair.align': kind<z.infer<typeof aligned>, PairAligned, PairsState>({
    permission: 'documents:edit',
    body: aligned,
    subject: () => null,
    apply: (state, { body }) => {
      const pair = state.pairs.get(body.id);
      return pair ? { ...state, pairs: state.pairs.with({ ...pair, anchors: corrected(pair.anchors, body) }) } : state;
    },
    /** Two people who correct different places are not in each other's way. */
    touches: ({ id, add, remove }) => parts('pair', id, [...new Set([...add, ...remove].flatMap(placesOf))]),
    invert: ({ id, add, remove }) => ({ kind: 'pair.align', body: { id, add: remove, remove: add } }),
    foresee: ({ id, ...asked }, { state }) => {
      const pair = state.pairs.get(id);
      return pair ? alignedBody(pair, asked) : null;
    },
  }),

  'pair.unlink': kind<z.infer<typeof unlinked>, PairUnlinked, PairsState>({
    permission: 'documents:edit',
    body: unlinked,
    subject: () => null,
    apply: (state, { body: { pair } }) => ({ ...state, pairs: state.pairs.without(pair.id) }),
    touches: ({ pair }) => whole('pair', pair.id),
    invert: ({ pair: { anchors, ...pair } }) => ({ kind: 'pair.link', body: { ...pair, anchors } }),
  }),
};

/** What the log says of a correction: what of it altered anything, and of which documents. */
export function alignedBody({ id, originalId, translationId, anchors }: Pair, asked: Correction): PairAligned {
  const { add, remove } = effective(anchors, asked);
  return { id, originalId, translationId, add: [...add], remove: [...remove] };
}

function placesOf({ original, translation }: Anchor): string[] {
  return [`place of block ${original + 1} of the original`, `place of block ${translation + 1} of the translation`];
}
