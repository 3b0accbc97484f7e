import type { Table } from '@/lib/log';
import type { Anchor } from './anchors';

export const sides = ['original', 'translation'] as const;
export type Side = (typeof sides)[number];

/** A document and its translation. Each document stands in one pair at most, so "the other side" is always one document. */
export type Pair = {
  id: string;
  originalId: string;
  translationId: string;
  /** Blocks that a person put together; the rest of the alignment follows from the texts. */
  anchors: readonly Anchor[];
};

export function otherSide(side: Side): Side {
  return side === 'original' ? 'translation' : 'original';
}

/** Pairs both of whose documents are there: those of deleted documents wait for these to come back. */
export function livePairs({
  pairs,
  documents,
}: {
  pairs: Table<Pair>;
  documents: { has(id: string): boolean };
}): Pair[] {
  return [...pairs.values()].filter(
    ({ originalId, translationId }) => documents.has(originalId) && documents.has(translationId),
  );
}

/** Where a document stands in its pair: on which side, and which document is on the other. */
export type Place = { pair: Pair; side: Side; otherId: string };

/** The place of a document in the pair that it is in, or null if it is in none. */
export function placeInPair(pairs: Iterable<Pair>, documentId: string): Place | null {
  for (const pair of pairs) {
    if (pair.originalId === documentId) return { pair, side: 'original', otherId: pair.translationId };
    if (pair.translationId === documentId) return { pair, side: 'translation', otherId: pair.originalId };
  }
  return null;
}
