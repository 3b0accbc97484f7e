import type { AttributeType } from './document';

/** The order of two values of an attribute, as what they are: numbers by size, dates by when they begin, all else by its words. */
export function compareValues(type: AttributeType, a: string, b: string): number {
  if (type === 'number') return order(Number(a), Number(b));
  if (type === 'date') return order(Date.parse(a), Date.parse(b)) || words.compare(a, b);
  return words.compare(a, b);
}

const words = new Intl.Collator('en', { numeric: true });

/** What is no number, which a stored value may have come to be, stands last. */
function order(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}
