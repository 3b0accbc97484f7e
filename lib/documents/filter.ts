import { Refusal } from '@/lib/errors';
import { compareValues } from './compare-values';
import type { Attribute, DocumentSummary } from './document';
import { chosenOf, isDate, valueFault, type Typed } from './values';

/**
 * Which documents are wanted, by what they say of themselves: for the key of an attribute, what its value may be. Any of
 * several will do; of different attributes all must hold. An empty list does not narrow.
 *
 * What is written depends on the type: a value (of one-of and text), an option that is among the chosen ones (many-of), words that stand in it
 * (url), `from..to` with either end left out (number and date). A blank stands for documents without a value.
 */
export type DocumentFilter = Readonly<Record<string, readonly string[]>>;

/** The filter as the terms `key:value` that addresses carry, one for each value. */
export function filterTerms(filter: DocumentFilter): string[] {
  return Object.entries(filter).flatMap(([key, values]) => values.map((value) => `${key}:${value}`));
}

/** The filter that such terms stand for. */
export function documentFilter(terms: readonly string[]): DocumentFilter {
  const keyOf = (term: string) => term.slice(0, term.indexOf(':'));
  const byKey = [...Map.groupBy(terms, keyOf)];
  return Object.fromEntries(byKey.map(([key, all]) => [key, all.map((each) => each.slice(key.length + 1))]));
}

/** Whether a filter leaves anything out, so that documents have to be looked at. */
export function isNarrowed(filter: DocumentFilter): boolean {
  return Object.values(filter).some((values) => values.length > 0);
}

/** What documents can be told apart by. */
export type FilterField = Typed & Pick<Attribute, 'key' | 'name'>;

type Told = Pick<DocumentSummary, 'language' | 'attributes'>;

/** The fields of a project: its attributes, and the language of a document, which attributes of that type follow. */
export function filterFields(defined: readonly Attribute[]): FilterField[] {
  const own = defined.filter(({ type }) => type !== 'language');
  return own.some(({ key }) => key === language.key) ? own : [...own, language];
}

/** The documents that a filter leaves, in their order. */
export function filtered<T extends Told>(
  documents: readonly T[],
  filter: DocumentFilter,
  defined: readonly Attribute[],
): T[] {
  const asked = Object.entries(filter).flatMap(([key, values]) => {
    const field = fieldCalled(key, defined);
    return field && values.length > 0 ? [{ field, tests: values.map((each) => testOf(field, each)) }] : [];
  });
  return documents.filter((document) =>
    asked.every(({ field, tests }) => {
      const value = fieldValue(document, field);
      return tests.some((test) => test(value));
    }),
  );
}

/** The same for a filter that comes from outside: one that means nothing here is refused in words. */
export function wanted<T extends Told>(
  documents: readonly T[],
  filter: DocumentFilter,
  defined: readonly Attribute[],
): T[] {
  const fault = filterFault(filter, defined);
  if (fault) throw new Refusal('invalid', fault);
  return filtered(documents, filter, defined);
}

/** What is wrong with a filter, as a sentence, or null. */
export function filterFault(filter: DocumentFilter, defined: readonly Attribute[]): string | null {
  for (const [key, values] of Object.entries(filter)) {
    const field = fieldCalled(key, defined);
    if (!field) return `Documents of this project have no attribute “${key}” to be chosen by.`;
    if (!isRanged(field)) continue;
    const wrong = values.find((each) => each !== '' && isNoRange(field, each));
    if (wrong !== undefined)
      return `“${wrong.slice(0, 80)}” is no range of “${field.name}”. Write from..to, such as ${example[field.type]}; either end may be left out.`;
  }
  return null;
}

/** True of fields that are asked for by their least and greatest value. */
export function isRanged(field: FilterField): field is FilterField & { type: 'number' | 'date' } {
  return field.type === 'number' || field.type === 'date';
}

/** The value of a document's field; '' where it has none. */
export function fieldValue({ language: tag, attributes }: Told, { key, type }: FilterField): string {
  if (type === 'language') return tag ?? '';
  return Object.hasOwn(attributes, key) ? attributes[key]!.trim() : '';
}

/** What there is to choose from: the options in their order, then what documents say beside them, and a blank where some say nothing. */
export function fieldChoices(documents: readonly Told[], field: FilterField): string[] {
  const values = documents.map((document) => fieldValue(document, field));
  const said = new Set(field.type === 'many-of' ? values.flatMap((value) => (value ? chosenOf(value) : '')) : values);
  const others = [...said].filter((value) => value !== '' && !field.options.includes(value));
  others.sort((a, b) => compareValues('text', a, b));
  return [...field.options, ...others, ...(said.has('') ? [''] : [])];
}

const language: FilterField = { key: 'language', name: 'Language', type: 'language', options: [] };

const example = { number: '100..2000', date: '2023-03..2023-06' };

function fieldCalled(key: string, defined: readonly Attribute[]): FilterField | undefined {
  return defined.find((each) => each.key === key) ?? (key === language.key ? language : undefined);
}

type Test = (value: string) => boolean;

function testOf(field: FilterField, said: string): Test {
  if (said === '') return (value) => value === '';
  if (isRanged(field)) return within(field.type, said);
  if (field.type === 'many-of') return (value) => chosenOf(value).includes(said);
  if (field.type === 'url') return (value) => value.toLowerCase().includes(said.toLowerCase());
  return (value) => value === said;
}

function within(type: 'number' | 'date', range: string): Test {
  const [from = '', to = ''] = range.split('..');
  if (type === 'number') {
    const [least, most] = [from === '' ? -Infinity : Number(from), to === '' ? Infinity : Number(to)];
    return (value) => value !== '' && Number(value) >= least && Number(value) <= most;
  }
  // Days in ISO 8601 follow each other as their letters do.
  const [first, last] = [from === '' ? '' : firstDay(from), to === '' ? '9999' : lastDay(to)];
  return (value) => isDate(value) && firstDay(value) >= first && lastDay(value) <= last;
}

/**
 * A month or a year is all of its days, so that one in which nobody knows the day is found only where all of it is asked for. A moment is of the
 * day that it names where it was.
 */
function firstDay(date: string): string {
  return `${date.slice(0, 10)}-01-01`.slice(0, 10);
}

function lastDay(date: string): string {
  return `${date.slice(0, 10)}${'-12-31'.slice(date.length - 4)}`.slice(0, 10);
}

function isNoRange(field: Typed, range: string): boolean {
  const ends = range.split('..');
  return ends.length !== 2 || ends.every((end) => end === '') || ends.some((end) => valueFault(field, end) !== null);
}
