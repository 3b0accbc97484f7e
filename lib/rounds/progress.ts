import { maySee, type Seal } from '@/lib/access';
import { finishedId, type FinishedMark } from '@/lib/codings';
import { isAssigned, type Round } from './round';

/**
 * One document for one coder: `hidden` where the viewer may not know, which is not the same as unfinished; `none` where
 * the round did not give this document to this coder, whatever they did on their own account.
 */
export type ProgressCell = 'finished' | 'open' | 'hidden' | 'none';

/** How far a round has come, as one person may see it. */
export type Progress = {
  /** One row per document, one cell per coder, in the round's order. */
  rows: { documentId: string; cells: ProgressCell[] }[];
  /** Finished documents and all documents given to each coder; null for a coder of whom the viewer may not know everything. */
  coders: ({ finished: number; of: number } | null)[];
  /** The same over all coders whose every cell the viewer may know. */
  total: { finished: number; of: number };
};

type Marks = { get(id: string): FinishedMark | undefined };

/**
 * The progress of a round, or of any documents and coders. `seal` is the seal of marks (`sealOfMarks`): whoever may not
 * see a mark gets `hidden`, never a guess. A mark counts whenever it was set: who had finished a document before the
 * round has finished it.
 */
export function progress(
  round: Pick<Round, 'documentIds' | 'coderIds' | 'assigned'>,
  marks: Marks,
  seal: Seal,
): Progress {
  const { documentIds, coderIds } = round;
  const cell = (documentId: string, coderId: string): ProgressCell => {
    if (!isAssigned(round, documentId, coderId)) return 'none';
    if (!maySee(seal, { documentId, coderId })) return 'hidden';
    return marks.get(finishedId(documentId, coderId)) ? 'finished' : 'open';
  };
  const rows = documentIds.map((documentId) => ({
    documentId,
    cells: coderIds.map((coderId) => cell(documentId, coderId)),
  }));
  const coders = coderIds.map((_, column) => tally(rows.map(({ cells }) => cells[column]!)));
  const known = coders.filter((coder) => coder !== null);
  const sum = (key: 'finished' | 'of') => known.reduce((all, coder) => all + coder[key], 0);
  return { rows, coders, total: { finished: sum('finished'), of: sum('of') } };
}

function tally(cells: ProgressCell[]): { finished: number; of: number } | null {
  if (cells.includes('hidden')) return null;
  const given = cells.filter((cell) => cell !== 'none');
  return { finished: given.filter((cell) => cell === 'finished').length, of: given.length };
}
