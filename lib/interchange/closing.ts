import type { Code } from '@/lib/codebook';
import type { Coding, FinishedMark } from '@/lib/codings';
import type { Round } from '@/lib/rounds';

/** How things stood when a round closed: what its numbers are counted from, whatever was changed since. */
export type Closing = {
  roundId: string;
  /** The codebook of that moment: codes as they were, those that were deleted since among them. */
  codebookVersion: number;
  codes: readonly Code[];
  /** The documents of the round, under their titles of that moment. Of any others a closing says nothing. */
  documents: readonly { id: string; title: string }[];
  /** Who had finished which of them. */
  finished: readonly FinishedMark[];
  /** Where coders had put which code in them: their own work alone, since consensus and imports count for no coder. */
  codings: readonly Coding[];
};

/** The rounds that are closed, in the order in which they closed. */
export function byClosing<T extends Pick<Round, 'closedAt'>>(rounds: readonly T[]): (T & { closedAt: string })[] {
  const closed = rounds.flatMap((round) => (round.closedAt === null ? [] : [{ ...round, closedAt: round.closedAt }]));
  return closed.sort((a, b) => (a.closedAt < b.closedAt ? -1 : Number(a.closedAt > b.closedAt)));
}

/** All of them at once. */
export async function allClosings(closings: AsyncIterable<Closing>): Promise<Closing[]> {
  const all: Closing[] = [];
  for await (const closing of closings) all.push(closing);
  return all;
}
