import type { Attribute } from '@/lib/documents';
import type { Archive } from '../archive';
import { guidOf } from '../guid';

/** The types that a variable of the standard can have. */
export type VariableType = 'Text' | 'Boolean' | 'Integer' | 'Float' | 'Date' | 'DateTime';

/** An attribute as the standard's variable. */
export type WrittenVariable = { guid: string; name: string; type: VariableType; attribute: Attribute };

/**
 * Attributes as variables. A number or date becomes one only if every value of it can be written as one; other programs
 * could not read the file else, and as text nothing is altered.
 */
export function writtenVariables({ attributes, documents }: Archive): WrittenVariable[] {
  return attributes.map((attribute) => {
    const values = documents.map((document) => document.attributes[attribute.key] ?? '').filter(Boolean);
    return { guid: guidOf(attribute.id), name: attribute.name, type: typeOf(attribute, values), attribute };
  });
}

/** What type of attribute a variable becomes; the rest are texts. */
export const attributeTypeOf: Partial<Record<VariableType, Attribute['type']>> = {
  Integer: 'number',
  Float: 'number',
  Date: 'date',
};

function typeOf({ type }: Attribute, values: string[]): VariableType {
  if (type === 'number' && values.every((value) => /^[+-]?\d+(\.\d+)?$/.test(value))) return 'Float';
  if (type === 'date' && values.every(isDate)) return 'Date';
  return 'Text';
}

function isDate(value: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
