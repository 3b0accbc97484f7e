/**
 * A stretch of a document's text, `[start, end)` in UTF-16 code units: `end` is the first unit after it. A span is
 * never empty. In a stored coding it never splits a grapheme cluster either; `snap` sees to that.
 */
export type Span = { start: number; end: number };

/** True when both ends are whole numbers, something lies between them, and all of it lies in a text of `length`. */
export function isSpan(span: Span, length = Number.MAX_SAFE_INTEGER): boolean {
  const { start, end } = span;
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length;
}

/** The words of the span. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** True when the two share at least one code unit; spans that merely touch do not overlap. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `outer` covers every code unit of `inner`; a span contains itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What both cover, or null where they do not overlap. */
export function intersection(a: Span, b: Span): Span | null {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : null;
}

/** Everything that any of the spans covers, as few spans as possible: overlapping and touching ones become one. */
export function union(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of [...spans].sort(compareSpans)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Reading order: the earlier start first, and of two with one start the longer first, so that outer precedes inner. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** The span moved by `distance` code units, for text that sits at another place in a larger text. */
export function shift(span: Span, distance: number): Span {
  return { start: span.start + distance, end: span.end + distance };
}
