import { directionOf, guessLanguage, normalise } from '@/lib/text';
import {
  fitted,
  languageTag,
  longestText,
  recordFault,
  type Attribute,
  type AttributeValues,
  type Direction,
} from '@/lib/documents';
import { isLanguage, type ReadTable, type Target } from './targets';

/** A row on its way to becoming a document. `row` is its number as a spreadsheet shows it. */
export type RowDraft = {
  row: number;
  title: string;
  text: string;
  language: string | null;
  direction: Direction;
  attributes: AttributeValues;
  /** Why it cannot come in, or null. */
  fault: string | null;
};

/** What the cells of a column are as texts of documents: as they would be stored, in which language, or why they cannot be. */
export type ReadText = { text: string; fault: string | null; language: string | null; direction: Direction };

/**
 * The texts of a table, one after the other: the longest part of looking at it, and the one that does not depend on what the other columns
 * become.
 */
export function* readTexts({ rows }: ReadTable, column: number): Generator<ReadText> {
  for (const cells of rows) {
    const { text, fault } = settled(cells[column] ?? '');
    yield { text, fault, language: guessLanguage(text), direction: directionOf(text) };
  }
}

/** The project's attributes with those that new columns make, and, by their column, those whose values stand in the table. */
export type Mapped = {
  targets: readonly Target[];
  defined: readonly Attribute[];
  columns: ReadonlyMap<number, Attribute>;
};

/** The attributes of a table's columns: those there are, and those that the columns make. */
export function mapped(
  targets: readonly Target[],
  defined: readonly Attribute[],
  made: ReadonlyMap<number, Attribute>,
): Mapped {
  const columns = targets.flatMap((target, at) => {
    const attribute = made.get(at) ?? defined.find(({ key }) => target === `=${key}`);
    return attribute ? [[at, attribute] as const] : [];
  });
  return { targets, defined: [...defined, ...made.values()], columns: new Map(columns) };
}

/** The rows as the documents they would become, one after the other. `texts` are those of the column that is the text. */
export function* rowDrafts({ rows, numbers }: ReadTable, texts: readonly ReadText[], by: Mapped): Generator<RowDraft> {
  const title = by.targets.indexOf('title');
  const language = by.targets.findIndex(isLanguage);
  for (const [index, cells] of rows.entries()) {
    const row = { row: numbers[index]!, title: cells[title]?.trim() ?? '', language: cells[language]?.trim() ?? '' };
    yield rowDraft({ ...row, values: valuesOf(cells, by.columns) }, texts[index]!, by.defined);
  }
}

function valuesOf(cells: readonly string[], columns: Mapped['columns']): AttributeValues {
  const values: AttributeValues = {};
  for (const [column, attribute] of columns) {
    const value = fitted(attribute, cells[column] ?? '');
    if (value !== '') values[attribute.key] = value;
  }
  return values;
}

type Row = { row: number; title: string; language: string; values: AttributeValues };

function rowDraft(
  { row, title: said, language: tag, values }: Row,
  { text, fault, language: guessed, direction }: ReadText,
  defined: readonly Attribute[],
): RowDraft {
  const language = tag || guessed;
  const title = (said || firstWords(text) || `Row ${row}`).slice(0, 300);
  const following = language ? defined.filter(({ type }) => type === 'language').map(({ key }) => [key, language]) : [];
  const attributes = { ...values, ...(Object.fromEntries(following) as AttributeValues) };
  const why = fault ?? tagFault(tag) ?? recordFault({ title, values: attributes }, defined);
  return { row, title, text, language, direction, attributes, fault: why };
}

function tagFault(tag: string): string | null {
  return tag === '' || languageTag.test(tag)
    ? null
    : `“${tag.slice(0, 80)}” is no code of a language, such as en, fa or ru.`;
}

/** A text as it would be stored, or why it cannot be. */
function settled(raw: string): { text: string; fault: string | null } {
  try {
    const { text } = normalise(raw);
    if (text.trim() === '') return { text, fault: 'The cell of the text is empty.' };
    return {
      text,
      fault: text.length > longestText ? 'This text is longer than a document may be. Please split it.' : null,
    };
  } catch (error) {
    return { text: '', fault: error instanceof Error ? error.message : 'This text cannot be stored.' };
  }
}

/** What a text without a title is called: its first words, at most eighty characters. */
function firstWords(text: string): string {
  const line = text.trim().split('\n', 1)[0]!.replace(/\s+/gu, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 80).replace(/\s+\S*$/u, '')} …`.toWellFormed();
}
