import type { AskedBody } from '@/lib/door';
import { valueFault, type Attribute, type DocumentSummary } from '@/lib/documents';

/** What a column is of: a field that every document has, or an attribute of the project. */
export type Column = Pick<Attribute, 'key' | 'name' | 'type' | 'options' | 'required'>;

/** No key of an attribute begins with a sign. */
const title: Column = { key: '#title', name: 'Title', type: 'text', options: [], required: true };
const language: Column = { key: '#language', name: 'Language', type: 'language', options: [] };

/** The columns of the table. Attributes of type language follow the document's own language, so it is asked once. */
export function columnsOf(defined: readonly Attribute[]): Column[] {
  return [title, ...defined.filter(({ type }) => type !== 'language'), language];
}

/** What is written but not saved: by document, then by column. */
export type Edits = ReadonlyMap<string, Readonly<Record<string, string>>>;

export function storedValue(document: DocumentSummary, { key }: Column): string {
  if (key === title.key) return document.title;
  return (key === language.key ? document.language : document.attributes[key]) ?? '';
}

export function valueIn(edits: Edits, document: DocumentSummary, column: Column): string {
  return edits.get(document.id)?.[column.key] ?? storedValue(document, column);
}

/** The edits with one more; writing what is stored already is no edit. */
export function withEdit(
  edits: Edits,
  document: DocumentSummary,
  { column, value }: { column: Column; value: string },
): Edits {
  const { [column.key]: _, ...others } = edits.get(document.id) ?? {};
  const said = value.trim();
  const own = said === storedValue(document, column) ? others : { ...others, [column.key]: said };
  const next = new Map(edits);
  if (Object.keys(own).length > 0) next.set(document.id, own);
  else next.delete(document.id);
  return next;
}

/** What is wrong with a cell, or null. What is stored and stays is not judged, except that it says what is missing. */
export function cellFault(edits: Edits, document: DocumentSummary, column: Column): string | null {
  const edit = edits.get(document.id)?.[column.key];
  if (edit === undefined) return null;
  if (edit === '' && column.required) return `“${document.title}” needs a value here: “${column.name}” is required.`;
  return valueFault(column, edit);
}

/** Whether a document lacks what every document should have. */
export function lacks(document: DocumentSummary, columns: readonly Column[]): boolean {
  return columns.some((column) => column.required && storedValue(document, column) === '');
}

/** The change that saves all edits in one step. Documents that were deleted meanwhile are passed over. */
export function describing(
  edits: Edits,
  find: (id: string) => DocumentSummary | undefined,
  defined: readonly Attribute[],
) {
  const documents = [...edits].filter(([id]) => find(id)).map(([id, own]) => described(id, own, defined));
  return { documents } satisfies AskedBody<'document.describe'>;
}

function described(id: string, own: Readonly<Record<string, string>>, defined: readonly Attribute[]) {
  const { [title.key]: named, [language.key]: tag, ...values } = own;
  const following =
    tag === undefined ? [] : defined.filter(({ type }) => type === 'language').map(({ key }) => [key, tag]);
  const set = { ...(named !== undefined && { title: named }), ...(tag !== undefined && { language: tag || null }) };
  return { id, set, values: { ...values, ...(Object.fromEntries(following) as Record<string, string>) } };
}
