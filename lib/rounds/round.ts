import type { Table } from '@/lib/log';
import type { Drawn } from './sample';

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
  /** How the documents were drawn; null where somebody chose them. */
  sample: Drawn | null;
  /** How many coders each document was given to, and the seed it was done with; null where everyone codes everything. */
  dealt: Dealt | null;
  /** Who codes which document, by its id; null where everyone codes everything. */
  assigned: Record<string, string[]> | null;
};

export type Dealt = { perDocument: number; seed: number };

/**
 * That a coder was reminded of what they have not finished. It tells of somebody that they have not finished, no more,
 * so the seal of marks decides who sees it; `documentId`, the first that they had not finished, is what that is asked with.
 */
export type Reminder = {
  /** `reminderId` of round and coder: of several reminders the last is kept. */
  id: string;
  roundId: string;
  coderId: string;
  documentId: string;
  at: string;
};

/** Reminders are those of open rounds: closing ends what they ask for. */
export type RoundsState = { rounds: Table<Round>; reminders: Table<Reminder> };

/** At least so long lies between two reminders of one coder in one round. */
export const reminderPause = 60 * 60_000;

export function reminderId(roundId: string, coderId: string): string {
  return `${roundId}/${coderId}`;
}

/** Documents that lie in an open round: what the seal asks for. */
export function sealedDocuments(rounds: Iterable<Round>): string[] {
  return [...rounds].filter((round) => round.closedAt === null).flatMap((round) => round.documentIds);
}

/** The open round that each sealed document is in. */
export function openRounds(rounds: Iterable<Round>): Map<string, Round> {
  const open = [...rounds].filter(({ closedAt }) => closedAt === null);
  return new Map(open.flatMap((round) => round.documentIds.map((id) => [id, round] as const)));
}

type Assigning = Pick<Round, 'coderIds' | 'assigned'>;

/** The coders to whom a round gave a document. */
export function codersOf({ coderIds, assigned }: Assigning, documentId: string): readonly string[] {
  return assigned ? (assigned[documentId] ?? []) : coderIds;
}

/** Whether a round gave this document to this coder. */
export function isAssigned(round: Assigning, documentId: string, coderId: string): boolean {
  return codersOf(round, documentId).includes(coderId);
}

/** What a coder has to do in a round. */
export function documentsOf(round: Assigning & Pick<Round, 'documentIds'>, coderId: string): string[] {
  return round.documentIds.filter((documentId) => isAssigned(round, documentId, coderId));
}
