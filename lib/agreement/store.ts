import 'server-only';
import type { Seal } from '@/lib/access';
import { codebookChanges, type Code, type CodebookState } from '@/lib/codebook';
import { codingChanges, handedOver, mergeChanges, type Claim, type Coding, type CodingsState, type FinishedMark, type Merged } from '@/lib/codings';
import { listFinished, matching, sealed } from '@/lib/codings/store';
import { db, Prisma } from '@/lib/db';
import { documentChanges, type Attribute, type DocumentsState, type DocumentSummary } from '@/lib/documents';
import { readUnits } from '@/lib/documents/store';
import { FoldingTable, type Change } from '@/lib/log';
import { lastPlace } from '@/lib/log/pages/store';
import type { CodedDocument, Level, Placed } from './report-shape';

/** The layer of time: the close of a round, by its id, or a moment as ISO time. Null where one counts as things are now. */
export type Moment = { readonly round: string } | { readonly at: string };

/** Which documents, at which level, and as they were when. */
export type Wanted = {
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  readonly level: Level;
  readonly moment: Moment | null;
};

/**
 * What agreement counts in these documents: their frozen units, who finished them and when, and where which coder put
 * which code. Only the layer of coders is read, since consensus, imported and machine codings never count as a coder;
 * and only what the viewer's seal shows. In the order of `documents`.
 */
export async function readCoded(projectId: string, seal: Seal, { documents, level, moment }: Wanted): Promise<CodedDocument[]> {
  const ids = documents.map(({ id }) => id);
  const work = moment ? readWork(projectId, seal, { documentIds: ids, moment }) : readNow(projectId, seal, ids);
  const [cut, { codings, finished }] = await Promise.all([readUnits(projectId, ids, cutLevel(level)), work]);
  const cutById = new Map(cut.map((each) => [each.id, each]));
  const placed = Map.groupBy(codings, ({ documentId }) => documentId);
  const marks = Map.groupBy(finished, ({ documentId }) => documentId);
  return documents.flatMap(({ id, title }) => {
    const found = cutById.get(id);
    if (!found) return [];
    const done = marks.get(id) ?? [];
    return {
      ...{ id, title, text: found.text, units: found.units, codings: placed.get(id) ?? [] },
      finished: done.map(({ coderId }) => coderId),
      finishedAt: Object.fromEntries(done.map(({ coderId, at }) => [coderId, at])),
    };
  });
}

/** Documents and codebook as they stood at a moment: what was deleted since is there, what was not there yet is not. */
export async function readThings(projectId: string, moment: Moment): Promise<{ documents: DocumentSummary[]; codes: Code[]; codebookVersion: number }> {
  const { documents, codes, codebookVersion } = await fold(projectId, moment, Prisma.sql`document_id IS NULL`);
  return { documents: [...documents.values()], codes: [...codes.values()], codebookVersion };
}

/** Codings and finished marks of a moment, and the documents and the codebook of it. */
export type Work = { codings: Coding[]; finished: FinishedMark[]; documents: DocumentSummary[]; codes: Code[]; codebookVersion: number };

/**
 * The coders' codings and finished marks in some documents as they stood at a moment: the log folded up to there, by the
 * same functions that every browser folds it with. So nothing that happens later changes the numbers of a closed round.
 * Codings of codes that were deleted at that moment are not among them.
 */
export async function readWork(
  projectId: string,
  seal: Seal,
  { documentIds, moment }: { documentIds: string[]; moment: Moment },
): Promise<Work> {
  const seen = Prisma.sql`document_id = ANY(${documentIds}::uuid[]) AND ${sealed(seal)}`;
  const { codings, finished, documents, codes, codebookVersion } = await fold(projectId, moment, Prisma.sql`(document_id IS NULL OR ${seen})`);
  const alive = [...codings.values()].filter(({ layer, codeId }) => layer === 'coder' && codes.has(codeId));
  return { codings: alive, finished: [...finished.values()], documents: [...documents.values()], codes: [...codes.values()], codebookVersion };
}

/** Everyone who at a moment had finished a document that the viewer may see others' work on. */
export async function markedBefore(projectId: string, seal: Seal, moment: Moment): Promise<string[]> {
  const marks = Prisma.sql`(kind = 'member.claim' OR kind = 'finished.set' AND ${sealed(seal)})`;
  const { finished } = await fold(projectId, moment, marks);
  return [...new Set([...finished.values()].map(({ coderId }) => coderId))];
}

/** What is folded: everything that decides which codings there are, and whose. */
export const foldedKinds = {
  ...documentChanges,
  ...codebookChanges,
  ...mergeChanges,
  ...codingChanges,
  'member.claim': { apply: (state: CodingsState, { body }: Change<Claim>) => handedOver(state, body) },
};
type State = DocumentsState & CodebookState & CodingsState & { stale: boolean };
/** An entry of the log whose body is what its kind logs. */
type Entry = Change<never> & { kind: keyof typeof foldedKinds };

/**
 * The state at a moment. That a placeholder is a certain member is no change to anybody's work: whenever it was said, it
 * holds of every moment, as it does of the coders of a round.
 */
async function fold(projectId: string, moment: Moment, which: Prisma.Sql): Promise<State> {
  const changes = await db().$queryRaw<Entry[]>`
    SELECT id, kind, actor_id AS "actorId", iso(at) AS at, body, undoes, step FROM whole_log
    WHERE project_id = ${projectId}::uuid AND kind = ANY(${Object.keys(foldedKinds)}) AND ${which}
      AND (${before(await endOf(projectId, moment))} OR kind = 'member.claim')
    ORDER BY seq, place, line`;
  return changes.reduce(folded, {
    documents: new FoldingTable<DocumentSummary>(),
    attributes: new FoldingTable<Attribute>(),
    codes: new FoldingTable<Code>(),
    codings: new FoldingTable<Coding>(),
    merged: new FoldingTable<Merged>(),
    finished: new FoldingTable<FinishedMark>(),
    codebookVersion: 1,
    stale: false,
  });
}

/** Where a moment ends in the log: with an entry, or with a page of an import, which brought a round in as it closed. */
type End = { seq: bigint; place: number };

async function endOf(projectId: string, moment: Moment): Promise<End> {
  const last =
    'round' in moment
      ? Prisma.sql`seq, place FROM whole_log WHERE kind = 'round.close' AND body->>'id' = ${moment.round}`
      : Prisma.sql`seq, ${lastPlace}::int AS place FROM change WHERE at <= ${moment.at}::timestamptz`;
  const rows = await db().$queryRaw<End[]>`
    SELECT ${last} AND project_id = ${projectId}::uuid ORDER BY seq DESC, place DESC LIMIT 1`;
  return rows[0] ?? { seq: 0n, place: 0 };
}

function before({ seq, place }: End): Prisma.Sql {
  return Prisma.sql`(seq <= ${seq} AND (seq, place) <= (${seq}, ${place}))`;
}

function folded(state: State, change: Entry): State {
  const { apply }: { apply: (state: State, change: Change<never>) => Partial<State> } = foldedKinds[change.kind];
  return { ...state, ...apply(state, change) };
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

/** Characters and whole documents need no table of units. */
function cutLevel(level: Level): 'word' | 'sentence' | 'paragraph' | null {
  return level === 'word' || level === 'sentence' || level === 'paragraph' ? level : null;
}
