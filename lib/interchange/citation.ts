import type { AttributeValues, DocumentSummary } from '@/lib/documents';

/** What of a document is cited. Projects name their attributes as they like; these keys have a meaning of their own. */
export type Source = { speaker: string; date: string; source: string; url: string };

/** The attributes that citations are made of; what a document does not have is an empty string. */
export function sourceOf(values: AttributeValues): Source {
  const first = (...keys: string[]) => keys.map((key) => values[key]?.trim()).find(Boolean) ?? '';
  return {
    speaker: first('speaker'),
    date: first('document_date', 'date'),
    source: first('source', 'venue'),
    url: first('source_url'),
  };
}

/** `Speaker, Title, Date (source)`, without what is unknown: the part of a citation that all passages of it share. */
export function citation({ title, attributes }: Pick<DocumentSummary, 'title' | 'attributes'>): string {
  const { speaker, date, source } = sourceOf(attributes);
  const line = [speaker, title, date].filter(Boolean).join(', ');
  return source ? `${line} (${source})` : line;
}
