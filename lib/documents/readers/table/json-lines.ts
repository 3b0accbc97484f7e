import { Refusal } from '@/lib/errors';
import type { NumberedRow } from './read-table';

/** A JSON object per line, as rows below the names of all their members. What lies in lists is joined by semicolons. */
export function readJsonLines(text: string): NumberedRow[] {
  const objects = text
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [{ number: at + 1, object: objectIn(line, at + 1) }]));
  const header = [...new Set(objects.flatMap(({ object }) => Object.keys(object)))];
  const rows = objects.map(({ number, object }) => {
    return { number, cells: header.map((name) => (Object.hasOwn(object, name) ? cellOf(object[name]) : '')) };
  });
  return [{ number: 0, cells: header }, ...rows];
}

function objectIn(line: string, number: number): Record<string, unknown> {
  const value = parsed(line);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Refusal(
    'unreadable',
    `Line ${number} is not a JSON object. Each line describes one document, such as {"title": "...", "text": "..."}.`,
  );
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellOf).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
