import { directionOf, guessLanguage, normalise } from '@/lib/text';
import {
  fitted,
  longestText,
  recordFault,
  type Attribute,
  type AttributeValues,
  type Direction,
} from '@/lib/documents';

/** A table as the server read it: see `TableOfDocuments`. */
export type ReadTable = {
  header: string[];
  rows: string[][];
  numbers: number[];
  encoding: string | null;
  guessed: boolean;
};

/** What a column of a table becomes: a field of the document, `=key` an attribute, `new` an attribute of its name, or nothing. */
export type Target = 'text' | 'title' | 'language' | 'new' | `=${string}` | null;

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

const usual: [Target, RegExp][] = [
  ['text', /^(text|content|body|statement|message|article.*text.*|текст|متن|النص|טקסט)$/i],
  ['title', /^(title|name|headline|заголовок|название|عنوان|العنوان|כותרת)$/i],
  ['language', /^(language|lang|язык|زبان|اللغة|שפה)$/i],
];

/** What the columns most likely are, by their names: for somebody to correct. Each target is given once. */
export function likelyTargets(header: readonly string[], defined: readonly Attribute[]): Target[] {
  const taken = new Set<Target>();
  return header.map((name) => {
    const field = usual.find(([target, pattern]) => pattern.test(name.trim()) && !taken.has(target))?.[0];
    const target = field ?? attributeCalled(name, defined);
    if (!target || taken.has(target)) return null;
    taken.add(target);
    return target;
  });
}

function attributeCalled(name: string, defined: readonly Attribute[]): Target {
  const said = name.trim().toLowerCase();
  const attribute = defined.find(({ key, name, labels = [] }) =>
    [key, name, ...labels].some((each) => each.toLowerCase() === said),
  );
  return attribute ? `=${attribute.key}` : null;
}

/** What is wrong with the choice of columns, or null. */
export function targetsFault(targets: readonly Target[]): string | null {
  if (!targets.includes('text')) return 'Choose the column that holds the text of each document.';
  const twice = targets.find((target, at) => target !== null && target !== 'new' && targets.indexOf(target) !== at);
  return twice
    ? 'Two columns cannot become the same field. Choose another field for one of them, or leave it out.'
    : null;
}

/** What the cells of a column are as texts of documents: as they would be stored, in which language, or why they cannot be. */
export type ReadText = { text: string; fault: string | null; language: string | null; direction: Direction };

/** Worked out once for a table: it takes the longest, and does not depend on what the other columns become. */
export function readTexts({ rows }: ReadTable, column: number): ReadText[] {
  return rows.map((cells) => {
    const { text, fault } = settled(cells[column] ?? '');
    return { text, fault, language: guessLanguage(text), direction: directionOf(text) };
  });
}

/**
 * The rows as the documents they would become. `texts` are those of the column that is the text. `defined` includes the attributes that new columns will be; `keys` names, per column, the
 * attribute that takes its cells, or null.
 */
export function rowDrafts(
  { rows, numbers }: ReadTable,
  targets: readonly Target[],
  { defined, keys, texts }: Attributes,
): RowDraft[] {
  const columns = { title: targets.indexOf('title'), language: targets.indexOf('language') };
  const byKey = new Map(defined.map((each) => [each.key, each]));
  return rows.map((cells, index) => {
    const values = keys.flatMap((key, column) => {
      const attribute = key ? byKey.get(key) : undefined;
      const value = attribute ? fitted(attribute, cells[column] ?? '') : '';
      return value ? [[key, value] as const] : [];
    });
    return rowDraft(
      { cells, read: texts[index]!, row: numbers[index]!, values: Object.fromEntries(values) as AttributeValues },
      columns,
      defined,
    );
  });
}

export type Attributes = {
  defined: readonly Attribute[];
  keys: readonly (string | null)[];
  texts: readonly ReadText[];
};
type Columns = { title: number; language: number };
type Row = { cells: readonly string[]; read: ReadText; row: number; values: AttributeValues };

function rowDraft({ cells, read, row, values }: Row, columns: Columns, defined: readonly Attribute[]): RowDraft {
  const said = cells[columns.language]?.trim() ?? '';
  const { text, fault, direction } = read;
  const language = said || read.language;
  const title = (cells[columns.title]?.trim() || firstWords(text) || `Row ${row}`).slice(0, 300);
  const following = language ? defined.filter(({ type }) => type === 'language').map(({ key }) => [key, language]) : [];
  const attributes = { ...values, ...(Object.fromEntries(following) as AttributeValues) };
  const wrongTag =
    said !== '' && !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(said)
      ? `“${said.slice(0, 80)}” is no code of a language, such as en, fa or ru.`
      : null;
  const why = fault ?? wrongTag ?? recordFault({ title, values: attributes }, defined);
  return { row, title, text, language, direction, attributes, fault: why };
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
