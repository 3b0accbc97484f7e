import type { Attribute, AttributeValues, Direction, DocumentSummary } from '@/lib/documents';

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

/** What is wrong with a value of this type, as a sentence, or null. Blank is never wrong. */
export function valueFault(type: Attribute['type'], value: string): string | null {
  if (value.trim() === '') return null;
  if (type === 'date' && !isDate(value.trim())) return 'Write the date as 2023-03-09, or 2023-03, or 2023.';
  if (type === 'number' && !Number.isFinite(Number(value))) return 'Write a number, with a point for decimals.';
  if (type === 'url' && !/^https?:\/\/[^\s]+$/i.test(value.trim())) return 'Write a web address that begins with http:// or https://.';
  return null;
}

/** Faults of all fields; none means that the form can be sent. */
export function fieldFaults({ title, attributes }: Fields, defined: readonly Attribute[]): string[] {
  const inAttributes = defined.flatMap(({ key, type }) => valueFault(type, attributes[key] ?? '') ?? []);
  return title.trim() === '' ? ['A document needs a title.', ...inAttributes] : inAttributes;
}

const between = '; ';

/** The chosen options of a many-of attribute, which is kept as one value. */
export function chosenOf(value: string): string[] {
  return value.split(';').map((each) => each.trim()).filter(Boolean);
}

export function joinChosen(chosen: readonly string[]): string {
  return chosen.join(between);
}

/** A year, a month or a day that the calendar has. */
function isDate(value: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return false;
  const whole = `${value}-01-01`.slice(0, 10);
  const date = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
}
