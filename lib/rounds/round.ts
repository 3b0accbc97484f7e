import type { Table } from '@/lib/log';

/** A reliability exercise: chosen documents x chosen coders, sealed from opening to closing. */
export type Round = {
  id: string;
  title: string;
  documentIds: string[];
  coderIds: string[];
  codebookVersion: number;
  openedAt: string;
  closedAt: string | null;
  reason: string;
};

export type RoundsState = { rounds: Table<Round> };

/** Documents that lie in an open round: what the seal asks for. */
export function sealedDocuments(rounds: Iterable<Round>): string[] {
  return [...rounds].filter((round) => round.closedAt === null).flatMap((round) => round.documentIds);
}
