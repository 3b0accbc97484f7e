import type { Span } from '@/lib/text';

/** A place that an address names: a passage (`?at=12-40`) or a coding (`#coding-<id>`). */
export type Place = { span: Span } | { codingId: string };

/** The place named by an address, or null. What lies outside the text names nothing. */
export function placeIn({ at, hash }: { at: string | null; hash: string }, length: number): Place | null {
  const codingId = /^#coding-([0-9a-f-]{36})$/.exec(hash)?.[1];
  if (codingId) return { codingId };
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '') ?? [];
  const span = { start: Number(from), end: Number(to) };
  return span.start < span.end && span.end <= length ? { span } : null;
}

/** The address of a coding, to give to others. */
export function linkTo(coding: { id: string }, { origin, pathname }: { origin: string; pathname: string }): string {
  return `${origin}${pathname}#coding-${coding.id}`;
}
