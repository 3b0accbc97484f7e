import 'server-only';
import { Pool, type PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Seal } from '@/lib/access';
import { listCodes } from '@/lib/codebook/store';
import type { Coding, Layer } from '@/lib/codings';
import { countByCode, listFinished, matching, sealed, type CodingFilter } from '@/lib/codings/store';
import { databaseUrl, db, Prisma } from '@/lib/db';
import { isNarrowed } from '@/lib/documents';
import { listAttributes } from '@/lib/documents/attributes/store';
import { listPairs } from '@/lib/documents/pairs/store';
import { listDocuments, readText } from '@/lib/documents/store';
import { Refusal } from '@/lib/errors';
import { listCoderAttributes, listMembers, readProject, type Membership } from '@/lib/projects/store';
import { listSettlements } from '@/lib/rounds/adjudication/store';
import { listComments } from '@/lib/rounds/discussion/store';
import { listRounds, sealFor } from '@/lib/rounds/store';
import type { Archive } from './archive';
import { readClosings } from './closings/store';
import { copyRows, literal } from './copy-rows';
import { filterOf, type Selection } from './selection';

type Asked = {
  selection: Selection;
  /** Ends the reading when whoever asked has gone. */
  signal: AbortSignal;
};

/** The project as this member may see it, with the codings of the selection. */
export async function openArchive(by: Membership, { selection, signal }: Asked): Promise<Archive> {
  const { projectId, userId } = by;
  const seal = await sealFor(projectId, userId);
  const [project, members, coderAttributes, attributes, documents, pairs, codes, finished, rounds] = await Promise.all([
    readProject(projectId),
    listMembers(projectId),
    listCoderAttributes(projectId),
    listAttributes(projectId),
    listDocuments(projectId),
    listPairs(projectId),
    listCodes(projectId),
    listFinished(projectId, seal),
    listRounds(projectId),
  ]);
  const { codebookVersion, id, title, description } = project;
  const filter = filterOf(selection, { codes, attributes, documents });
  const listed = {
    documentIds: keptOf(documents, filter.documentIds),
    codeIds: keptOf(codes, filter.codeIds),
    coderIds: keptOf(members, filter.coderIds),
    layers: filter.layers,
  };
  return {
    ...{ project: { id, title, description }, codebookVersion, members, coderAttributes, attributes },
    ...{ documents, pairs, codes, finished, rounds: rounds.reverse() },
    ...(await readDecided(projectId, seal, { documents, rounds })),
    partial: Object.values(filter).some((narrowed) => narrowed !== undefined),
    uses: () => countByCode(projectId, seal),
    text: async (documentId) => (await readText(projectId, documentId)) ?? refuseChanged(),
    codings: () => copyCodings(by, { ...listed, signal }),
    closings: () => readClosings(by, { rounds, documents, signal }),
  };
}

/** What was settled and said, and stands, in these rounds as they were read, about passages of these documents. */
async function readDecided(
  projectId: string,
  seal: Seal,
  { documents, rounds }: Pick<Archive, 'documents' | 'rounds'>,
): Promise<Pick<Archive, 'settlements' | 'comments'>> {
  const listed = new Set(documents.map(({ id }) => id));
  const closedAt = new Map(rounds.map((round) => [round.id, round.closedAt]));
  const [settlements, comments] = await Promise.all([listSettlements(projectId, seal), listComments(projectId, seal)]);
  return {
    settlements: settlements.filter(
      ({ documentId, roundId, withdrawn }) => !withdrawn && listed.has(documentId) && closedAt.get(roundId),
    ),
    comments: comments.filter(
      ({ documentId, roundId, removed }) => !removed && listed.has(documentId) && closedAt.has(roundId),
    ),
  };
}

/** How many codings of how many documents an archive of this selection would hold. */
export async function countCodings(
  by: Membership,
  selection: Selection,
): Promise<{ codings: number; documents: number }> {
  const { projectId } = by;
  const filter = await filterFor(projectId, selection);
  const rows = await db().$queryRaw<{ codings: number; documents: number }[]>`
    SELECT count(*)::int AS codings, count(DISTINCT document_id)::int AS documents FROM live_coding
    WHERE project_id = ${projectId}::uuid AND ${sealed(await sealFor(projectId, by.userId))} AND ${matching(filter)}`;
  return rows[0]!;
}

/** What codings of a selection are looked up by. Documents are read only where it asks what they say of themselves. */
export async function filterFor(projectId: string, selection: Selection): Promise<CodingFilter> {
  const isAsked = isNarrowed(selection.where);
  const [codes, attributes, documents] = await Promise.all([
    listCodes(projectId),
    isAsked ? listAttributes(projectId) : [],
    isAsked ? listDocuments(projectId) : [],
  ]);
  return filterOf(selection, { codes, attributes, documents });
}

/** Ids of what the archive lists, in its order: nothing that came after the lists were read can slip in. */
function keptOf(items: readonly { id: string }[], wanted: string[] | undefined): string[] {
  const chosen = wanted && new Set(wanted);
  return items.map(({ id }) => id).filter((id) => !chosen || chosen.has(id));
}

type Copying = CodingFilter & { documentIds: string[]; signal: AbortSignal };

/**
 * The codings by COPY. The seal is asked after the transaction has taken its snapshot, so that a round which opens in
 * between can only take away from what is read, never miss.
 */
async function* copyCodings(by: Membership, { signal, ...filter }: Copying): AsyncGenerator<Coding[]> {
  const { client, release } = await connected(signal);
  try {
    await client.query(begin);
    await client.query('SELECT 1');
    const seal = await sealFor(by.projectId, by.userId);
    const statement = codingsInOrder(by.projectId, sealed(seal), filter);
    const copy = client.query(copyTo(`COPY (${inlined(statement)}) TO STDOUT`));
    for await (const rows of copyRows(copy)) yield rows.map(codingOf);
    await client.query('COMMIT');
    release(false);
  } finally {
    release(true);
  }
}

/** A look at one document after the other keeps the order without sorting everything, and the first rows come at once. */
function codingsInOrder(
  projectId: string,
  mayBeSeen: Prisma.Sql,
  { documentIds, ...filter }: CodingFilter,
): Prisma.Sql {
  return Prisma.sql`
    SELECT coding.* FROM unnest(${documentIds}::uuid[]) WITH ORDINALITY AS listed(id, place)
    CROSS JOIN LATERAL (
      SELECT id, document_id, code_id, coder_id, layer, start, "end", quote, memo, codebook_version, created_at, updated_at
      FROM live_coding
      WHERE project_id = ${projectId}::uuid AND document_id = listed.id AND ${mayBeSeen} AND ${matching(filter)}
      ORDER BY start, "end", coder_id, code_id, layer, id) AS coding
    ORDER BY listed.place`;
}

function inlined({ strings, values }: Prisma.Sql): string {
  return strings.map((text, i) => (i < values.length ? text + literal(values[i]) : text)).join('');
}

function codingOf(fields: string[]): Coding {
  const [id, documentId, codeId, coderId, layer, start, end, quote, memo, version, createdAt, updatedAt] =
    fields as Twelve;
  return {
    ...{ id, documentId, codeId, coderId, layer: layer as Layer, quote, memo },
    start: Number(start),
    end: Number(end),
    codebookVersion: Number(version),
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
  };
}

type Twelve = [string, string, string, string, string, string, string, string, string, string, string, string];

/** From `2026-05-01 10:00:00.5+00`, which costs Postgres a fifth of what `iso()` does. */
function isoTime(time: string): string {
  return `${time.slice(0, 10)}T${time.slice(11, 19)}.${time.slice(20, -3).padEnd(3, '0')}Z`;
}

const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO';
  SET LOCAL jit = off; SET LOCAL client_connection_check_interval = '5s'`;

declare global {
  var concordExports: Pool | undefined;
}

/**
 * A connection of the few that exports share: a long download must not take the ones that coding needs. Released as
 * broken, or when the signal comes, it is closed at once, which ends whatever Postgres was sending on it.
 */
async function connected(signal: AbortSignal): Promise<{ client: PoolClient; release: (broken: boolean) => void }> {
  const client = await exportPool().connect().catch(refuseBusy);
  let held = true;
  const release = (broken: boolean) => {
    if (held) client.release(broken);
    held = false;
  };
  signal.addEventListener('abort', () => release(true), { once: true });
  if (signal.aborted) release(true);
  signal.throwIfAborted();
  return { client, release };
}

function exportPool(): Pool {
  return (globalThis.concordExports ??= new Pool({
    connectionString: databaseUrl(),
    max: 4,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: 30_000,
    statement_timeout: 30 * 60_000,
    allowExitOnIdle: true,
  }).on('error', () => {}));
}

/** What the pool says when all of its connections stayed taken. A database out of reach is a fault of ours, and no queue. */
const allTaken = 'timeout exceeded when trying to connect';

function refuseBusy(cause: unknown): never {
  if (!(cause instanceof Error) || cause.message !== allTaken) throw cause;
  throw new Refusal('conflict', 'Several large exports are running. Please try again in a minute.', { cause });
}

function refuseChanged(): never {
  throw new Refusal('conflict', 'A document was deleted while its codings were read. Please export again.');
}
