import { z } from 'zod';
import type { CodebookState } from '@/lib/codebook';
import type { DocumentsState } from '@/lib/documents';
import { id, kind, whole, words } from '@/lib/log';
import type { AdjudicationState, DiscussionState, RoundsState } from '@/lib/rounds';

const person = z.strictObject({
  /** The person's id in the file. */
  key: z.string().max(200),
  /** Who that is here; null for a placeholder of their name. */
  memberId: id.nullable(),
});
const whatIsHere = z.enum(['join', 'new']);

const imported = z.strictObject({
  /** What the file is called, for the history. */
  source: words(300).pipe(z.string().trim().min(1, 'Please say which file this is.')),
  /** Everybody who did something in the file. */
  people: z.array(person).max(10_000),
  /** What becomes of a code whose path is here already: its codings come to that code, or it comes in under another name. */
  codes: whatIsHere,
  /** What becomes of a document whose text is here already: its codings come to that document, or it comes in once more. */
  documents: whatIsHere,
});
const withdrawn = z.strictObject({ import: id });

/** How somebody decides what becomes of a file. */
export type ImportChoices = z.infer<typeof imported>;

/** How many of each. */
export type ImportCounts = {
  documents: number;
  /** Documents that were here already and got codings. */
  joinedDocuments: number;
  codes: number;
  joinedCodes: number;
  codings: number;
  finished: number;
  attributes: number;
  placeholders: number;
  pairs: number;
  /** Closed ones, with the settlements and comments of their passages. */
  rounds: number;
  settlements: number;
  comments: number;
};

/** What the log says of an import; what it consists of stands on its pages. */
export type ProjectImported = {
  source: string;
  format: string;
  /** True where the codings kept their layers: an archive of Concord that came into an empty project. */
  keeps: boolean;
  counts: ImportCounts;
  /** Who in the file became whom here. */
  people: { name: string; memberId: string; placeholder: boolean }[];
  /** What did not come in, or came in otherwise than it stood there. Whole sentences. */
  notes: string[];
  /** What is new with it, and goes with it when it is withdrawn. */
  documentIds: string[];
  codeIds: string[];
  attributeIds: string[];
  /** Missing in entries of the time before rounds could come in; so are the counts of rounds and of what hangs on them. */
  roundIds?: string[];
};

export type ImportWithdrawn = z.infer<typeof withdrawn> & {
  source: string;
  documentIds: string[];
  codeIds: string[];
  /** Missing in older entries. */
  roundIds?: string[];
};

type Withdrawing = Pick<DocumentsState, 'documents'> &
  Pick<CodebookState, 'codes'> &
  Pick<RoundsState, 'rounds'> &
  AdjudicationState &
  DiscussionState & { stale: boolean };

/**
 * Another program's project, or an archive of ours, in one change: all of it or nothing. Its entry in the log is small,
 * whatever came in; browsers ask for their state anew, and whoever folds the log opens the entry's pages (`whole_log`).
 *
 * It has no inverse: a key press that takes back what somebody did before does not take five hundred documents with it.
 * An import is withdrawn by name, on the history page.
 */
export const importChanges = {
  'project.import': kind<ImportChoices, ProjectImported, { stale: boolean }>({
    permission: 'members:manage',
    body: imported,
    subject: () => null,
    apply: (state) => ({ ...state, stale: true }),
    // It alters nothing that there was: what it touches is new with it.
    touches: ({ documentIds, codeIds, attributeIds, roundIds = [] }) => [
      ...documentIds.flatMap((each) => whole('document', each)),
      ...codeIds.flatMap((each) => whole('code', each)),
      ...attributeIds.flatMap((each) => whole('attribute', each)),
      ...roundIds.flatMap((each) => whole('round', each)),
    ],
    invert: () => null,
  }),

  'project.withdraw': kind<z.infer<typeof withdrawn>, ImportWithdrawn, Withdrawing>({
    permission: 'members:manage',
    body: withdrawn,
    subject: () => null,
    // What a page lists goes at once; the codings on what stays are asked for anew.
    apply: (state, { body }) => ({
      ...state,
      documents: body.documentIds.reduce((documents, each) => documents.without(each), state.documents),
      codes: body.codeIds.reduce((codes, each) => codes.without(each), state.codes),
      ...withoutRounds(state, body.roundIds ?? []),
      stale: true,
    }),
    touches: ({ documentIds, codeIds, roundIds = [] }) => [
      ...documentIds.flatMap((each) => whole('document', each)),
      ...codeIds.flatMap((each) => whole('code', each)),
      ...roundIds.flatMap((each) => whole('round', each)),
    ],
    invert: () => null,
  }),
};

/** With a round goes all that was decided and said in it. */
function withoutRounds({ rounds, settlements, comments }: Withdrawing, roundIds: readonly string[]) {
  if (roundIds.length === 0) return {};
  const gone = new Set(roundIds);
  return {
    rounds: roundIds.reduce((left, each) => left.without(each), rounds),
    settlements: settlements.filter(({ roundId }) => !gone.has(roundId)),
    comments: comments.filter(({ roundId }) => !gone.has(roundId)),
  };
}
