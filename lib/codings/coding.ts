import type { Table } from '@/lib/log';

export const layers = ['coder', 'consensus', 'imported', 'machine'] as const;
/** Only the coder layer counts for agreement between coders. */
export type Layer = (typeof layers)[number];

/** The longest memo of a coding, in UTF-16 code units. */
export const longestMemo = 20_000;

/** One coder put one code on one span. Two codes on one passage are two codings. */
export type Coding = {
  id: string;
  documentId: string;
  codeId: string;
  coderId: string;
  layer: Layer;
  /** [start, end) in UTF-16 code units of the document's text. */
  start: number;
  end: number;
  /** The text's slice, kept so that a drifted offset can never pass unnoticed. */
  quote: string;
  memo: string;
  /** Codebook version in force when it was made, or when its coder last stood by it. */
  codebookVersion: number;
  createdAt: string;
  updatedAt: string;
};

/** True for what this person coded: theirs to change. Consensus, imports and machines are nobody's own. */
export function isOwn({ coderId, layer }: Coding, viewerId: string): boolean {
  return coderId === viewerId && layer === 'coder';
}

/** "This coder is done with this document." The id is `documentId/coderId`. */
export type FinishedMark = { id: string; documentId: string; coderId: string; at: string; codebookVersion: number };

/**
 * What a merge of codes did to one coding, kept for taking the merge back; the id is `mergeId/codingId`. `moved`: it got
 * the other code. `twin`: its coder had that code on the same span already, so it went out of sight. `joined`: that
 * other coding, whose memo `became` took in the twin's.
 */
export type Merged = { id: string; mergeId: string; fate: 'moved' | 'twin' | 'joined'; was: Coding; became: string };

/** What coding changes act on. */
export type CodingsState = {
  codings: Table<Coding>;
  merged: Table<Merged>;
  finished: Table<FinishedMark>;
  codebookVersion: number;
};

export function finishedId(documentId: string, coderId: string): string {
  return `${documentId}/${coderId}`;
}
