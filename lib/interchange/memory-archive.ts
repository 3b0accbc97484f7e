import type { Code } from '@/lib/codebook';
import type { Coding } from '@/lib/codings';
import type { DocumentSummary } from '@/lib/documents';
import type { Block } from '@/lib/text';
import type { Archive } from './archive';
import { allClosings, type Closing } from './closing';

/** A document with its text: what an archive gives piece by piece. */
export type WholeDocument = DocumentSummary & { text: string; blocks: readonly Block[] };

/** Everything that an archive holds, in memory at once. */
export type Contents = Omit<Archive, 'documents' | 'codes' | 'partial' | 'uses' | 'text' | 'codings' | 'closings'> & {
  /** In the order in which documents and their codings are given out. */
  documents: readonly WholeDocument[];
  codes: readonly Code[];
  /** In any order. */
  codings: readonly Coding[];
  closings: readonly Closing[];
};

/** An archive that stands on nothing but memory: what readers of formats give back. */
export function memoryArchive({ documents, codings, closings, ...lists }: Contents): Archive {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    ...lists,
    documents: documents.map(({ text: _text, blocks: _blocks, ...summary }) => summary),
    uses: async () => countsByCode(codings),
    async text(documentId) {
      const document = byId.get(documentId);
      if (!document) throw new Error(`The archive has no document ${documentId}.`);
      return { text: document.text, blocks: document.blocks };
    },
    async *codings() {
      const ordered = inOrder(codings, documents);
      for (let at = 0; at < ordered.length; at += batch) yield ordered.slice(at, at + batch);
    },
    async *closings() {
      yield* closings;
    },
  };
}

/** The other way round: everything of an archive, for formats that need it at once and for comparing. */
export async function gathered(archive: Archive): Promise<Contents> {
  const { partial: _partial, uses: _uses, text: _text, documents: summaries, ...lists } = archive;
  const documents: WholeDocument[] = [];
  for (const summary of summaries) documents.push({ ...summary, ...(await archive.text(summary.id)) });
  const codings: Coding[] = [];
  for await (const some of archive.codings()) for (const coding of some) codings.push(coding);
  return { ...lists, documents, codings, closings: await allClosings(archive.closings()) };
}

const batch = 1000;

/** The order of an archive's codings: document, start, end, coder, code. */
export function inOrder(codings: readonly Coding[], documents: readonly { id: string }[]): Coding[] {
  const place = new Map(documents.map(({ id }, index) => [id, index]));
  return [...codings].sort(
    (a, b) =>
      place.get(a.documentId)! - place.get(b.documentId)! ||
      a.start - b.start ||
      a.end - b.end ||
      byText(a.coderId, b.coderId) ||
      byText(a.codeId, b.codeId) ||
      byText(a.layer, b.layer) ||
      byText(a.id, b.id),
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function countsByCode(codings: readonly Coding[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { codeId } of codings) counts.set(codeId, (counts.get(codeId) ?? 0) + 1);
  return Object.fromEntries(counts);
}
