import { Refusal } from '@/lib/errors';

/** Refuses a case, naming the place and the fault: `coders[1].units[3].end: must be greater than start`. */
export function fault(place: string, what: string): never {
  throw new Refusal('invalid', `${place}: ${what}`);
}

export type Plain = Readonly<Record<string, unknown>>;

/** The value as an object, or a fault at its place. */
export function objectAt(value: unknown, place: string): Plain {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fault(place, 'must be an object');
  return value as Plain;
}

export function listAt(value: unknown, place: string): readonly unknown[] {
  return Array.isArray(value) ? value : fault(place, 'must be a list');
}

export function textAt(value: unknown, place: string): string {
  return typeof value === 'string' ? value : fault(place, 'must be a text');
}

export function labelAt(value: unknown, place: string): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value !== ''
    ? value
    : fault(place, 'must be a text that is not empty, or a number');
}

/** True, false, or undefined where nothing is said. */
export function flagAt(value: unknown, place: string): boolean | undefined {
  return value === undefined || typeof value === 'boolean' ? value : fault(place, 'must be true or false');
}

export function wholeAt(value: unknown, place: string, least = 0): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
  return fault(place, `must be a whole number, at least ${least}`);
}

/** The two ends of a half-open stretch inside `length` positions, never empty. */
export function stretchAt(plain: Plain, place: string, length: number): { start: number; end: number } {
  const start = wholeAt(plain.start, `${place}.start`);
  const end = wholeAt(plain.end, `${place}.end`);
  if (end <= start) fault(`${place}.end`, `is ${end}, not after the start (${start})`);
  if (end > length) fault(`${place}.end`, `is ${end}, past the end of the text (${length})`);
  return { start, end };
}

/** The labels, each once; a repeated one is a fault at its own place. */
export function distinct(labels: readonly string[], place: (index: number) => string): readonly string[] {
  labels.forEach((label, index) => {
    if (labels.indexOf(label) !== index) fault(place(index), `"${label}" occurs twice`);
  });
  return labels;
}
