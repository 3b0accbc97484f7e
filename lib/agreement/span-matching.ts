import type { Span } from '@/lib/text';
import { intersection, union } from '@/lib/text';
import { because } from './estimate';
import type { Estimate } from './estimate';
import { largestMatching } from './matching';

/** A coder's span with its code, in one document. */
export type CodedSpan = Span & { readonly documentId: string; readonly code: string };

export type SpanMatching = {
  readonly spansA: number;
  readonly spansB: number;
  /** Same code, same start, same end. */
  readonly exactF1: Estimate;
  /** Same code, and intersection over union at least a half: the largest one-to-one matching. */
  readonly iou50F1: Estimate;
  /** Characters both covered with a code, over codes and documents together; white space counts. */
  readonly charF1: Estimate;
};

/**
 * How well the passages of two coders coincide, over documents that both worked through. These are descriptions, not
 * reliability: nothing is corrected for chance. F1 is twice what matches over what both marked; duplicates count once.
 */
export function matchSpans(a: readonly CodedSpan[], b: readonly CodedSpan[]): SpanMatching {
  const first = groups(a);
  const second = groups(b);
  const common = [...first].flatMap(([key, spans]) =>
    second.has(key) ? [[spans, second.get(key) ?? []] as const] : [],
  );
  const total = (side: typeof first, size: (spans: readonly Span[]) => number) =>
    [...side.values()].reduce((sum, spans) => sum + size(spans), 0);
  const shared = (matched: (one: readonly Span[], other: readonly Span[]) => number) =>
    common.reduce((sum, [one, other]) => sum + matched(one, other), 0);
  const spansA = total(first, (spans) => spans.length);
  const spansB = total(second, (spans) => spans.length);
  return {
    spansA,
    spansB,
    exactF1: f1(shared(exactMatches), spansA + spansB),
    iou50F1: f1(shared(halfMatches), spansA + spansB),
    charF1: f1(shared(commonLength), total(first, coveredLength) + total(second, coveredLength)),
  };
}

/** Spans per document and code, each once. */
function groups(spans: readonly CodedSpan[]): Map<string, Span[]> {
  const found = new Map<string, Map<string, Span>>();
  for (const { documentId, code, start, end } of spans) {
    const key = JSON.stringify([documentId, code]);
    const group = found.get(key) ?? new Map<string, Span>();
    found.set(key, group.set(`${start}-${end}`, { start, end }));
  }
  return new Map(
    [...found].map(([key, group]) => [key, [...group.values()].sort((one, other) => one.start - other.start)]),
  );
}

function f1(matched: number, marked: number): Estimate {
  return marked === 0 ? because('noUnits') : { value: (2 * matched) / marked };
}

function exactMatches(one: readonly Span[], other: readonly Span[]): number {
  const keys = new Set(other.map(({ start, end }) => `${start}-${end}`));
  return one.filter(({ start, end }) => keys.has(`${start}-${end}`)).length;
}

/** Spans are sorted by start, so that for each only those that can still overlap are looked at. */
function halfMatches(one: readonly Span[], other: readonly Span[]): number {
  const partners = one.map((span) =>
    other.flatMap((candidate, index) =>
      candidate.start < span.end && overlapShare(span, candidate) >= 0.5 ? [index] : [],
    ),
  );
  return largestMatching(partners, other.length);
}

function overlapShare(one: Span, other: Span): number {
  const both = intersection(one, other);
  if (!both) return 0;
  const shared = both.end - both.start;
  return shared / (one.end - one.start + other.end - other.start - shared);
}

function coveredLength(spans: readonly Span[]): number {
  return union(spans).reduce((sum, { start, end }) => sum + end - start, 0);
}

/** |A| + |B| - |A or B|. */
function commonLength(one: readonly Span[], other: readonly Span[]): number {
  return coveredLength(one) + coveredLength(other) - coveredLength([...one, ...other]);
}
