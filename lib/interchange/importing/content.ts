import type { Code } from '@/lib/codebook';
import type { Coding, FinishedMark } from '@/lib/codings';
import type { CutText } from '@/lib/documents/cut-document';
import type { Attribute, DocumentSummary, Pair } from '@/lib/documents';
import type { CoderAttribute } from '@/lib/projects';
import type { Comment, Round, Settlement } from '@/lib/rounds';
import type { Closing } from '../closing';
import type { Lived, Past } from './lived';

/** Somebody who did something in the project that came, or was named in it: only they have to be somebody here. */
export type Person = { id: string; name: string; codings: number; marks: number; attributes: Record<string, string> };

/** What a file holds without its texts and codings: small enough to be looked at whole before anything is stored. */
export type About = {
  /** Which of our formats it is in, and what that format never carries. */
  format: { name: string; title: string; loses: readonly string[] };
  title: string;
  description: string;
  people: Person[];
  coderAttributes: CoderAttribute[];
  attributes: Attribute[];
  codes: Code[];
  codebookVersion: number;
  documents: (DocumentSummary & { codings: number })[];
  finished: FinishedMark[];
  codings: number;
  pairs: Pair[];
  rounds: Round[];
  settlements: Settlement[];
  comments: Comment[];
  /** How things stood when rounds closed, in order of closing. Their codings come with the pieces. */
  closings: Past<Omit<Closing, 'codings'>>[];
  /** Everybody who was in a round, in what was decided and said of it, or in what it was counted from. */
  inRounds: ReadonlySet<string>;
  /** Members who did nothing and are named nowhere. */
  idle: number;
  /** What the reader could not take in, or took in otherwise. Whole sentences. */
  notes: string[];
};

/** A document with its text, cut; or some codings of the document that came last, as they were and are. */
export type Piece = { document: { id: string; cut: CutText } } | { codings: Lived<Coding>[] };

/** A file that was read and is still held by the thread that read it. */
export type Content = {
  about: About;
  /** Documents in their order, each followed by its codings. Each call begins again. */
  pieces(): AsyncGenerator<Piece>;
  /** Told how many codings have been brought in so far. */
  progress?: (codings: number) => void;
};
