import type { Table } from '@/lib/log';
import { overlaps, type Span } from '@/lib/text';

/** The longest reason of a settlement, in UTF-16 code units. It also stands as the memo of each coding it wrote. */
export const longestReason = 2_000;

/**
 * What an adjudicator decided about one passage of a closed round: the consensus codings that stand there, or that
 * none does. The settled passages of a round never overlap, so each difference is settled once.
 */
export type Settlement = {
  id: string;
  roundId: string;
  documentId: string;
  /** The passage, [start, end) in UTF-16 code units of the document's text. */
  start: number;
  end: number;
  adjudicatorId: string;
  reason: string;
  /** The consensus codings it wrote; empty where no code belongs there. */
  codingIds: string[];
  at: string;
  /** Taken back: the passage is open again, and its consensus codings are gone. */
  withdrawn: boolean;
};

export type AdjudicationState = { settlements: Table<Settlement> };

/** A passage of a round. */
export type Place = Span & { roundId: string; documentId: string };

/** A settlement in force that one for this passage would collide with, if there is one. */
export function collision(
  settlements: Iterable<Settlement>,
  { roundId, documentId, ...span }: Place,
): Settlement | null {
  for (const each of settlements) {
    const isHere = each.roundId === roundId && each.documentId === documentId && overlaps(each, span);
    if (isHere && !each.withdrawn) return each;
  }
  return null;
}
