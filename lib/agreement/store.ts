import 'server-only';
import type { Seal } from '@/lib/access';
import { listFinished, matching, sealed } from '@/lib/codings/store';
import { db } from '@/lib/db';
import { readUnits } from '@/lib/documents/store';
import type { CodedDocument, Placed } from './report-shape';

/**
 * What agreement counts in these documents: their frozen units, who finished them and when, and where which coder put
 * which code. Only the layer of coders is read, since consensus, imported and machine codings never count as a coder;
 * and only what the viewer's seal shows. In the order of `documents`.
 */
export async function readCoded(
  projectId: string,
  seal: Seal,
  documents: readonly { readonly id: string; readonly title: string }[],
): Promise<CodedDocument[]> {
  const ids = documents.map(({ id }) => id);
  const [cut, placed, marks] = await Promise.all([
    readUnits(projectId, ids),
    readPlaced(projectId, seal, ids),
    listFinished(projectId, seal),
  ]);
  const cutById = new Map(cut.map((each) => [each.id, each]));
  const codings = Map.groupBy(placed, ({ documentId }) => documentId);
  const finished = Map.groupBy(marks, ({ documentId }) => documentId);
  return documents.flatMap(({ id, title }) => {
    const found = cutById.get(id);
    if (!found) return [];
    const done = finished.get(id) ?? [];
    return {
      id,
      title,
      text: found.text,
      units: found.units,
      finished: done.map(({ coderId }) => coderId),
      finishedAt: Object.fromEntries(done.map(({ coderId, at }) => [coderId, at])),
      codings: codings.get(id) ?? [],
    };
  });
}

type Row = Placed & { readonly documentId: string };

/** Places in place of a whole coding: a large study has hundreds of thousands, and quotes weigh most. */
function readPlaced(projectId: string, seal: Seal, documentIds: string[]): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    SELECT id, document_id AS "documentId", coder_id AS "coderId", code_id AS "codeId", start, "end"
    FROM live_coding
    WHERE project_id = ${projectId}::uuid AND ${sealed(seal)} AND ${matching({ documentIds, layers: ['coder'] })}`;
}
