import 'server-only';
import { createHash } from 'node:crypto';
import { db } from '@/lib/db';
import { checkQuote } from '@/lib/text';
import { some } from './comparable';

/** Numbers must run from 1 to the project's own number, each once. */
export async function logFaults(projectId: string): Promise<string[]> {
  const [log] = await db().$queryRaw<{ seq: bigint; n: bigint; least: bigint; most: bigint }[]>`
    SELECT project.seq, count(change.seq) AS n, coalesce(min(change.seq), 1) AS least, coalesce(max(change.seq), 0) AS most
    FROM project LEFT JOIN change ON change.project_id = project.id
    WHERE project.id = ${projectId}::uuid GROUP BY project.seq`;
  const { seq, n, least, most } = log!;
  if (least === 1n && most === seq && n === seq) return [];
  return [`the log has ${n} changes numbered ${least} to ${most}; the project counts ${seq}`];
}

/** What the database's own references should make impossible: rows that belong to nothing. */
export async function rowFaults(projectId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ what: string; id: string }[]>`
    SELECT 'coding without document, code or coder' AS what, coding.id::text FROM coding
      LEFT JOIN document ON document.project_id = coding.project_id AND document.id = coding.document_id
      LEFT JOIN code ON code.project_id = coding.project_id AND code.id = coding.code_id
      LEFT JOIN member ON member.project_id = coding.project_id AND member.user_id = coding.coder_id
      WHERE coding.project_id = ${projectId}::uuid AND (document.id IS NULL OR code.id IS NULL OR member.user_id IS NULL)
    UNION ALL SELECT 'document without text', document.id::text FROM document
      LEFT JOIN document_text ON document_text.project_id = document.project_id AND document_text.document_id = document.id
      WHERE document.project_id = ${projectId}::uuid AND document_text.document_id IS NULL
    UNION ALL SELECT 'code under a missing code', code.id::text FROM code
      LEFT JOIN code AS parent ON parent.project_id = code.project_id AND parent.id = code.parent_id
      WHERE code.project_id = ${projectId}::uuid AND code.parent_id IS NOT NULL AND parent.id IS NULL`;
  return [...Map.groupBy(rows, ({ what }) => what)].map(([what, found]) => `${what}: ${some(found.map(({ id }) => id))}`);
}

type Text = { id: string; text: string; sha256: string; length: number };
type Quoted = { id: string; start: number; end: number; quote: string };

/** Every text as its fingerprint says, every coding (removed ones too) on the words it quotes. One text at a time. */
export async function textFaults(projectId: string): Promise<string[]> {
  const faults: string[] = [];
  const documents = await db().documentText.findMany({ where: { projectId }, select: { documentId: true } });
  for (const { documentId } of documents) {
    const { text, sha256, length } = await db().documentText.findUniqueOrThrow({
      where: { projectId_documentId: { projectId, documentId } },
      select: { text: true, sha256: true, length: true },
    });
    faults.push(...fingerprintFaults({ id: documentId, text, sha256, length }), ...(await quoteFaults(projectId, documentId, text)));
  }
  return faults;
}

function fingerprintFaults({ id, text, sha256, length }: Text): string[] {
  const found = createHash('sha256').update(text, 'utf8').digest('hex');
  const faults: string[] = [];
  if (found !== sha256) faults.push(`the text of document ${id} is not the one its fingerprint was taken of`);
  if (text.length !== length) faults.push(`the text of document ${id} is ${text.length} long, not ${length}`);
  return faults;
}

async function quoteFaults(projectId: string, documentId: string, text: string): Promise<string[]> {
  const codings = await db().$queryRaw<Quoted[]>`
    SELECT id, start, "end", quote FROM coding WHERE project_id = ${projectId}::uuid AND document_id = ${documentId}::uuid`;
  const off = codings.filter(({ start, end, quote }) => checkQuote(text, { start, end }, quote) !== null);
  return off.length > 0 ? [`codings in document ${documentId} quote other words than their span: ${some(off.map(({ id }) => id))}`] : [];
}
