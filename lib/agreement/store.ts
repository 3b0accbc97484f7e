import 'server-only';
import type { Seal } from '@/lib/access';
import { codingChanges, mergeCodings, unmergeCodings, type Coding, type CodingsState, type FinishedMark, type Merge, type Merged } from '@/lib/codings';
import { listFinished, matching, sealed } from '@/lib/codings/store';
import { db } from '@/lib/db';
import { readUnits } from '@/lib/documents/store';
import { Table, type Change } from '@/lib/log';
import type { CodedDocument, Placed } from './report-shape';

/** Which documents, and whether as they are or, by the id of a closed round, as they were when it closed. */
export type Wanted = { readonly documents: readonly { readonly id: string; readonly title: string }[]; readonly round: string | null };

/**
 * What agreement counts in these documents: their frozen units, who finished them and when, and where which coder put
 * which code. Only the layer of coders is read, since consensus, imported and machine codings never count as a coder;
 * and only what the viewer's seal shows. In the order of `documents`.
 */
export async function readCoded(projectId: string, seal: Seal, { documents, round }: Wanted): Promise<CodedDocument[]> {
  const ids = documents.map(({ id }) => id);
  const work = round === null ? readNow(projectId, seal, ids) : readAtClose(projectId, seal, { documentIds: ids, round });
  const [cut, { codings, finished }] = await Promise.all([readUnits(projectId, ids), work]);
  const cutById = new Map(cut.map((each) => [each.id, each]));
  const placed = Map.groupBy(codings, ({ documentId }) => documentId);
  const marks = Map.groupBy(finished, ({ documentId }) => documentId);
  return documents.flatMap(({ id, title }) => {
    const found = cutById.get(id);
    if (!found) return [];
    const done = marks.get(id) ?? [];
    return {
      id,
      title,
      text: found.text,
      units: found.units,
      finished: done.map(({ coderId }) => coderId),
      finishedAt: Object.fromEntries(done.map(({ coderId, at }) => [coderId, at])),
      codings: placed.get(id) ?? [],
    };
  });
}

/**
 * The coders' codings and finished marks as they stood when a round closed: the log folded up to that entry, by the
 * same functions that every browser folds it with. So what happens later never changes the numbers of a closed round.
 */
export async function readAtClose(
  projectId: string,
  seal: Seal,
  { documentIds, round }: { documentIds: string[]; round: string },
): Promise<{ codings: Coding[]; finished: FinishedMark[] }> {
  const changes = await db().$queryRaw<Folded[]>`
    SELECT id, kind, actor_id AS "actorId", iso(at) AS at, body, undoes, step FROM change
    WHERE project_id = ${projectId}::uuid AND (kind = ANY(${Object.keys(merges)}) OR
        document_id = ANY(${documentIds}::uuid[]) AND kind = ANY(${Object.keys(codingChanges)}) AND ${sealed(seal)})
      AND seq < (SELECT seq FROM change WHERE project_id = ${projectId}::uuid AND kind = 'round.close' AND body->>'id' = ${round})
    ORDER BY seq`;
  const blank: CodingsState = { codings: Table.of<Coding>(), merged: Table.of<Merged>(), finished: Table.of<FinishedMark>(), codebookVersion: 0 };
  const { codings, finished } = changes.reduce(folded, blank);
  return { codings: [...codings.values()].filter(({ layer }) => layer === 'coder'), finished: [...finished.values()] };
}

/** An entry of the log whose body is what its kind logs. */
type Folded = Change<never> & { kind: keyof typeof codingChanges | keyof typeof merges };

/** Of codes that became one, only what it does to codings counts here. */
const merges = { 'code.merge': mergeCodings, 'code.unmerge': unmergeCodings };

function folded(state: CodingsState, change: Folded): CodingsState {
  if (change.kind === 'code.merge' || change.kind === 'code.unmerge') {
    return { ...state, ...merges[change.kind](state, change.body as Merge) };
  }
  const { apply }: { apply: (state: CodingsState, change: Change<never>) => CodingsState } = codingChanges[change.kind];
  return apply(state, change);
}

type Row = Placed & { readonly documentId: string };

async function readNow(projectId: string, seal: Seal, documentIds: string[]): Promise<{ codings: Row[]; finished: FinishedMark[] }> {
  const [codings, finished] = await Promise.all([readPlaced(projectId, seal, documentIds), listFinished(projectId, seal)]);
  return { codings, finished };
}

/** Places in place of whole codings: a large study has hundreds of thousands, and quotes weigh most. */
function readPlaced(projectId: string, seal: Seal, documentIds: string[]): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    SELECT id, document_id AS "documentId", coder_id AS "coderId", code_id AS "codeId", start, "end"
    FROM live_coding
    WHERE project_id = ${projectId}::uuid AND ${sealed(seal)} AND ${matching({ documentIds, layers: ['coder'] })}`;
}
