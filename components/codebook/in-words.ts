import type { Field, Fields } from './draft';

/** What a field says, as text to read and to compare. */
export function inWords(field: Field, from: Partial<Fields>): string {
  if (field !== 'examples') return from[field] ?? '';
  return (from.examples ?? [])
    .map(({ text, note, counter }) => `${counter ? 'Not: ' : ''}“${text}”${note ? ` (${note})` : ''}`)
    .join('\n');
}
