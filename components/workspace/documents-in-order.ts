import { finishedId, type FinishedMark } from '@/lib/codings';
import type { Attribute, DocumentSummary } from '@/lib/documents';
import type { Table } from '@/lib/log';
import { fold } from '@/lib/text';

/** Documents as lists show them: by title, numbers by their value. */
export function documentsInOrder(documents: Iterable<DocumentSummary>): DocumentSummary[] {
  return [...documents].sort((a, b) => byTitle.compare(a.title, b.title) || (a.id < b.id ? -1 : 1));
}

/** The documents whose title or attributes hold every word of the query. */
export function findDocuments(documents: readonly DocumentSummary[], query: string): DocumentSummary[] {
  const words = comparable(query).split(' ').filter(Boolean);
  if (words.length === 0) return [...documents];
  return documents.filter(({ title, attributes }) => {
    const said = comparable([title, ...Object.values(attributes)].join(' '));
    return words.every((word) => said.includes(word));
  });
}

/** The two things that tell statements apart at a glance: who spoke (the first words about it) and when. */
export function whoAndWhen(
  { attributes }: DocumentSummary,
  defined: readonly Attribute[],
): { who: string; when: string } {
  const speaker = defined.find(({ key }) => key === 'speaker') ?? defined.find(({ type }) => type === 'text');
  const date = defined.find(({ type }) => type === 'date');
  return { who: (speaker && attributes[speaker.key]) ?? '', when: (date && attributes[date.key]) ?? '' };
}

/** Attributes in the project's order. */
export function attributesInOrder(attributes: Iterable<Attribute>): Attribute[] {
  return [...attributes].sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1));
}

/** How far a document is: whether the viewer finished it, and who of the others did, as far as the viewer sees. */
export type Progress = { own: boolean; finished: number; coders: number };

export function progressOf(
  documentId: string,
  by: { finished: Table<FinishedMark>; viewerId: string; coderIds: readonly string[] },
): Progress {
  const done = by.coderIds.filter((coderId) => by.finished.has(finishedId(documentId, coderId)));
  return {
    own: by.finished.has(finishedId(documentId, by.viewerId)),
    finished: done.length,
    coders: by.coderIds.length,
  };
}

const byTitle = new Intl.Collator('en', { numeric: true });

function comparable(text: string): string {
  return fold(text, { accents: 'ignore' }).text;
}
