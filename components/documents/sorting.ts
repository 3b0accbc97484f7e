import { compareValues, type Attribute, type AttributeType, type DocumentSummary } from '@/lib/documents';

/** A column by which documents can be ordered; attributes by their key, and as what their type says they are. */
export type Column =
  | { kind: 'title' }
  | { kind: 'language' }
  | { kind: 'length' }
  | { kind: 'attribute'; key: string; type: AttributeType };
export type Order = { column: Column; down: boolean };

/** The order after a click on a column's head: that column upwards, then downwards. */
export function nextOrder({ column, down }: Order, clicked: Column): Order {
  return sameColumn(column, clicked) ? { column, down: !down } : { column: clicked, down: false };
}

export function sameColumn(a: Column, b: Column): boolean {
  return a.kind === b.kind && (a.kind !== 'attribute' || b.kind !== 'attribute' || a.key === b.key);
}

/** Documents in this order; those without a value come last either way, and equals by their title. */
export function sorted(documents: readonly DocumentSummary[], { column, down }: Order): DocumentSummary[] {
  const sign = down ? -1 : 1;
  const type = typeOf(column);
  return documents.toSorted((a, b) => {
    const [left, right] = [valueOf(a, column), valueOf(b, column)];
    if ((left === '') !== (right === '')) return left === '' ? 1 : -1;
    const order = left === '' ? 0 : compareValues(type, left, right);
    return sign * order || compareValues('text', a.title, b.title) || (a.id < b.id ? -1 : 1);
  });
}

/** The columns of attributes that a table begins with: the first text, the first date, the first choice. */
export function firstColumns(attributes: readonly Attribute[]): string[] {
  const firsts = ['text', 'date', 'one-of'].map((type) => attributes.find((each) => each.type === type)?.key);
  return attributes.map(({ key }) => key).filter((key) => firsts.includes(key));
}

function typeOf(column: Column): AttributeType {
  if (column.kind === 'attribute') return column.type;
  return column.kind === 'length' ? 'number' : 'text';
}

function valueOf({ title, language, length, attributes }: DocumentSummary, column: Column): string {
  if (column.kind === 'attribute') return attributes[column.key] ?? '';
  return { title, language: language ?? '', length: String(length) }[column.kind];
}
