import type { Code } from '@/lib/codebook';
import type { Coding, FinishedMark } from '@/lib/codings';
import type { CutText } from '@/lib/documents/cut-document';
import type { Attribute, DocumentSummary } from '@/lib/documents';
import type { CoderAttribute } from '@/lib/projects';

/** Somebody who did something in the project that came: only they have to be somebody here. */
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
  documents: (DocumentSummary & { codings: number })[];
  finished: FinishedMark[];
  codings: number;
  rounds: number;
  pairs: number;
  /** What the reader could not take in, or took in otherwise. Whole sentences. */
  notes: string[];
};

/** A document with its text, cut; or some codings of the document that came last. */
export type Piece = { document: { id: string; cut: CutText } } | { codings: Coding[] };

/** A file that was read and is still held by the thread that read it. */
export type Content = {
  about: About;
  /** Documents in their order, each followed by its codings. Each call begins again. */
  pieces(): AsyncGenerator<Piece>;
  /** Told how many codings have been brought in so far. */
  progress?: (codings: number) => void;
};
