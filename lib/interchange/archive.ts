import type { Code } from '@/lib/codebook';
import type { Coding, FinishedMark } from '@/lib/codings';
import type { Attribute, DocumentSummary, Pair } from '@/lib/documents';
import type { CoderAttribute, Member, Project } from '@/lib/projects';
import type { Comment, Round, Settlement } from '@/lib/rounds';
import type { Block } from '@/lib/text';
import type { Closing } from './closing';

/**
 * A project, or the part of it that one person may see and has asked for, as plain data: what every format writes
 * from. The lists fit into memory; texts and codings, which may not, are asked for as they are needed, so that a
 * format can stream and an archive can stand on a database, on a file, or on nothing but memory.
 */
export type Archive = {
  project: Pick<Project, 'id' | 'title' | 'description'>;
  /** Of the codebook as it is now: deleting a code raises it as well, so no code need have it. */
  codebookVersion: number;
  /** Everyone who is or was a member. */
  members: readonly Member[];
  /** What describes members, in the project's order. */
  coderAttributes: readonly CoderAttribute[];
  /** What describes documents, in the project's order, which is also the order of columns. */
  attributes: readonly Attribute[];
  /** In order of title; the codings come in this order too. */
  documents: readonly DocumentSummary[];
  /** Originals and their translations among these documents. */
  pairs: readonly Pair[];
  codes: readonly Code[];
  finished: readonly FinishedMark[];
  /**
   * True where a selection left some codings out. Whoever finished a document said no to what they left uncoded, and here
   * nobody could tell that from what was left out: an archive file of it holds no finished marks, no settlements, whose
   * codings may be missing, and nothing of how things stood when rounds closed.
   */
  partial?: boolean;
  /** In order of opening. */
  rounds: readonly Round[];
  /**
   * What adjudicators decided in closed rounds; decisions that were taken back are undone work and left out. An id of a
   * coding that is not here is that of one whose code was deleted since.
   */
  settlements: readonly Settlement[];
  /** What was said about passages of rounds, oldest first; comments that were removed are left out as well. */
  comments: readonly Comment[];
  /** How many of the archive's codings each code has; codes without any are absent. */
  uses(): Promise<Readonly<Record<string, number>>>;
  text(documentId: string): Promise<{ text: string; blocks: readonly Block[] }>;
  /** All codings, some at a time: by document, start, end, coder, code. Each names a document, code and member above. */
  codings(): AsyncIterable<readonly Coding[]>;
  /** How things stood when each round closed, in order of closing. Older files, and other programs, do not say. */
  closings(): AsyncIterable<Closing>;
};
