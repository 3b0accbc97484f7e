import { likelyType, typedColumn, type Attribute, type AttributeType } from '@/lib/documents';
import type { TableOfDocuments as ReadTable } from '@/lib/documents/readers/table/read-table';
import { newId } from '@/lib/log';
import { keyFor } from '../attribute-keys';

export type { ReadTable };

/** What a column becomes: a field of the document, `=key` an attribute, `new:type` an attribute of its name, or nothing. */
export type Target = 'text' | 'title' | 'language' | `=${string}` | `new:${AttributeType}` | null;

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

/** The choice after these columns were told to make attributes of their names, each of the type that its cells most likely have. */
export function withNew(table: ReadTable, targets: readonly Target[], columns: readonly number[]): Target[] {
  return columns.reduce(
    (all: Target[], column) => {
      const { type } = likelyType(cellsOf(table, column));
      const isTaken = type === 'language' && all.some(isLanguage);
      return all.with(column, `new:${isTaken ? 'text' : type}`);
    },
    [...targets],
  );
}

/** The language of a document comes from one column: attributes of that type follow it. */
export function isLanguage(target: Target): boolean {
  return target === 'language' || target === 'new:language';
}

/** The type of the attribute that a column is to make, or null where it makes none. */
export function newType(target: Target): AttributeType | null {
  return target?.startsWith('new:') ? (target.slice(4) as AttributeType) : null;
}

/** The attributes that columns make, by the column's place. */
export function newAttributes(
  table: ReadTable,
  targets: readonly Target[],
  defined: readonly Attribute[],
): Map<number, Attribute> {
  const made = new Map<number, Attribute>();
  const next = Math.max(-1, ...defined.map(({ position }) => position)) + 1;
  for (const [at, name] of table.header.entries()) {
    const type = newType(targets[at] ?? null);
    if (type === null) continue;
    const taken = [...defined, ...made.values()].map(({ key }) => key);
    const typed = typedColumn(type, cellsOf(table, at));
    made.set(at, {
      id: newId(),
      key: keyFor(name, taken),
      name: name.slice(0, 100),
      ...typed,
      position: next + made.size,
    });
  }
  return made;
}

/** What is wrong with the choice of columns, or null. `made` are the attributes that they make. */
export function targetsFault(targets: readonly Target[], made: Iterable<Attribute>): string | null {
  if (!targets.includes('text')) return 'Choose the column that holds the text of each document.';
  const fields = targets.map((target) => (isLanguage(target) ? 'language' : newType(target) ? null : target));
  if (fields.some((field, at) => field !== null && fields.indexOf(field) !== at))
    return 'Two columns cannot become the same field. Choose another field for one of them, or leave it out.';
  for (const each of made) {
    const fault = optionsFault(each);
    if (fault) return `“${each.name}” ${fault} Choose the type Text for it.`;
  }
  return null;
}

function optionsFault({ type, options }: Attribute): string | null {
  if (!type.endsWith('-of')) return null;
  if (options.length === 0) return 'is empty in every row, so there is nothing to choose from.';
  if (options.length > 500)
    return `has ${options.length.toLocaleString('en')} different values; there can be 500 to choose from at most.`;
  return options.some((option) => option.length > 200) ? 'has values that are too long to choose from.' : null;
}

function attributeCalled(name: string, defined: readonly Attribute[]): Target {
  const said = name.trim().toLowerCase();
  const attribute = defined.find(({ key, name, labels = [] }) =>
    [key, name, ...labels].some((each) => each.toLowerCase() === said),
  );
  return attribute ? `=${attribute.key}` : null;
}

function cellsOf({ rows }: ReadTable, column: number): string[] {
  return rows.map((cells) => cells[column] ?? '');
}
