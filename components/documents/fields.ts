import { recordFault, type Attribute, type AttributeValues, type Direction, type DocumentSummary } from '@/lib/documents';

export { chosenOf, joinChosen } from '@/lib/documents';

/** What people say about a document, as the form holds it. */
export type Fields = { title: string; language: string | null; direction: Direction; attributes: AttributeValues };

export function fieldsOf({ title, language, direction, attributes }: DocumentSummary): Fields {
  return { title, language, direction, attributes };
}

/**
 * The form as it is sent: blank values are missing values, and attributes of type language follow the document's own
 * language, so that it is asked once.
 */
export function filledFields({ title, language, direction, attributes }: Fields, defined: readonly Attribute[]): Fields {
  const values = defined.map(({ key, type }) => [key, (type === 'language' ? (language ?? '') : (attributes[key] ?? '')).trim()]);
  return { title: title.trim(), language, direction, attributes: Object.fromEntries(values.filter(([, value]) => value !== '')) };
}

/**
 * What an edit sends: the fields that differ from the document as it was opened, or null if none does, so that others'
 * edits of the rest stay. Values of attributes that were removed since count as no difference.
 */
export function changedFields(fields: Fields, document: DocumentSummary, defined: readonly Attribute[]): Partial<Fields> | null {
  const { title, language, direction, attributes } = filledFields(fields, defined);
  const sameLanguage = language === document.language;
  const unasked = defined.filter(({ type, key }) => type === 'language' && sameLanguage && document.attributes[key]);
  const values = { ...attributes, ...Object.fromEntries(unasked.map(({ key }) => [key, document.attributes[key]!])) };
  const set = {
    ...(title !== document.title && { title }),
    ...(!sameLanguage && { language }),
    ...(direction !== document.direction && { direction }),
    ...(defined.some(({ key }) => values[key] !== document.attributes[key]) && { attributes: values }),
  };
  return Object.keys(set).length > 0 ? set : null;
}

/** Faults of all fields; none means that the form can be sent. `before` are the values of a document that is there already. */
export function fieldFaults({ title, ...fields }: Fields, defined: readonly Attribute[], before?: AttributeValues): string[] {
  const { attributes } = filledFields({ title, ...fields }, defined);
  const fault = recordFault({ title: title.trim(), values: attributes, ...(before && { before }) }, defined);
  return [...(title.trim() === '' ? ['A document needs a title.'] : []), ...(fault ? [fault] : [])];
}
