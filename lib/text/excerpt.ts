import { snap } from './graphemes';
import { union, type Span } from './span';

/** A piece of an excerpt: around the unit, or in it, there either marked by a coder or not. */
export type Piece = { text: string; kind: 'around' | 'unit' | 'marked' };

/** How many UTF-16 units to show on either side of a unit, and of a unit that is long. */
type Reach = { around: number; unit: number };

/** A unit's words in their context, cut between words where there are any, with what was marked set apart. */
export function excerpt(
  text: string,
  unit: Span,
  { marked, reach }: { marked: readonly Span[]; reach: Reach },
): Piece[] {
  const from = cutBefore(text, unit.start, reach.around);
  const long = unit.end - unit.start > reach.unit;
  const end = long ? cutAfter(text, unit.start, reach.unit) : unit.end;
  const to = long ? end : cutAfter(text, unit.end, reach.around);
  const clipped = marked.map((span) => ({ start: Math.max(span.start, unit.start), end: Math.min(span.end, end) }));
  const pieces: Piece[] = [{ text: (from > 0 ? '… ' : '') + text.slice(from, unit.start), kind: 'around' }];
  let at = unit.start;
  for (const span of union(clipped.filter(({ start, end: stop }) => start < stop))) {
    pieces.push(
      { text: text.slice(at, span.start), kind: 'unit' },
      { text: text.slice(span.start, span.end), kind: 'marked' },
    );
    at = span.end;
  }
  pieces.push({ text: text.slice(at, end), kind: 'unit' });
  pieces.push({ text: text.slice(end, to) + (to < text.length ? ' …' : ''), kind: 'around' });
  return pieces.filter((piece) => piece.text !== '');
}

/** A unit with what stands around it, cut between words where there are any. */
export function surroundings(text: string, unit: Span, around: number): Span {
  return { start: cutBefore(text, unit.start, around), end: cutAfter(text, unit.end, around) };
}

/** How far a cut may move to fall between words. Scripts without spaces are cut between what readers take for characters. */
const slack = 24;

function cutBefore(text: string, place: number, reach: number): number {
  const at = place - reach;
  if (at <= 0) return 0;
  const space = text.slice(at, Math.min(place, at + slack)).search(/\s/u);
  return space < 0 ? snap(text, { start: at, end: place }).start : at + space + 1;
}

function cutAfter(text: string, place: number, reach: number): number {
  const at = place + reach;
  if (at >= text.length) return text.length;
  const from = Math.max(place, at - slack);
  const space = text.slice(from, at).search(/\s\S*$/u);
  return space < 0 ? snap(text, { start: place, end: at }).end : from + space;
}
