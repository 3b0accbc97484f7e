import type { Attribute, DocumentSummary } from '@/lib/documents';
import type { Cell } from './csv';

/** A column of a table that Concord writes, as its data dictionary describes it. */
export type Column = {
  name: string;
  /** What kind of value stands in it. */
  holds: 'id' | 'text' | 'number' | 'date' | 'time' | 'choice' | 'link';
  /** One sentence for whoever reads the table. */
  meaning: string;
};

/** The columns of the project's own attributes, in its order. Their prefix keeps them apart from the fixed columns. */
export function attributeColumns(attributes: readonly Attribute[]): Column[] {
  return attributes.map(({ key, name, type, options }) => ({
    name: `attr_${key}`,
    holds: holding[type],
    meaning: `Attribute of the document: ${name}.${options.length > 0 ? ` One of: ${options.join('; ')}.` : ''}`,
  }));
}

/** The value of an attribute as a cell. A number is one only where nothing is lost by it: neither digits nor the way it is written. */
export function attributeCell({ key, type }: Attribute, { attributes }: DocumentSummary): Cell {
  const value = attributes[key] ?? null;
  return type === 'number' && value !== null && String(Number(value)) === value ? Number(value) : value;
}

const holding = {
  text: 'text',
  number: 'number',
  date: 'date',
  'one-of': 'choice',
  'many-of': 'choice',
  language: 'choice',
  url: 'link',
} as const satisfies Record<Attribute['type'], Column['holds']>;
