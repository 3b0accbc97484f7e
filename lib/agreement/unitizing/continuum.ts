import type { Span } from '@/lib/text';

/** A marked stretch of a continuum with its code. */
export type Marked = Span & { readonly code: string };

/** A text of `length` positions and what each coder marked on it. A coder who marked nothing found nothing. */
export type Continuum = {
  readonly length: number;
  readonly coders: readonly { readonly name: string; readonly units: readonly Marked[] }[];
};

/** The codes that occur, in order of first appearance. */
export function codesIn(continua: readonly Continuum[]): string[] {
  return [...new Set(continua.flatMap(({ coders }) => coders.flatMap(({ units }) => units.map(({ code }) => code))))];
}

/** Units in reading order. */
export function ordered<T extends Span>(units: readonly T[]): T[] {
  return [...units].sort((one, other) => one.start - other.start || one.end - other.end);
}

/** True when some of a coder's units share text. */
export function overlapping(units: readonly Span[]): boolean {
  const sorted = ordered(units);
  return sorted.some((unit, index) => unit.start < (sorted[index - 1]?.end ?? 0));
}
