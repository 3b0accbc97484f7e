import { isBoundary, isSpace, nextBoundary, previousBoundary, type Span } from '@/lib/text';
import { segmenterFor } from '@/lib/text/segmenter';

export type Edge = 'start' | 'end';
export type Ruler = { text: string; language: string | null };

/** One step of an edge: forward is towards the text's end, whatever the direction of writing. */
export type EdgeMove = { edge: Edge; forward: boolean; by: 'character' | 'word' };

/**
 * The span with one edge moved by a character or a word, and on past white space: a passage neither begins nor ends
 * with any. It never becomes empty; a move too far changes nothing.
 */
export function movedEdge(ruler: Ruler, span: Span, { edge, forward, by }: EdgeMove): Span {
  const { text } = ruler;
  let to = by === 'word' ? wordEdge(ruler, span[edge], { edge, forward }) : nextCharacter(text, span[edge], forward);
  const inside = edge === 'start' ? 0 : 1;
  while (to > 0 && to < text.length && isSpace(text.charCodeAt(to - inside))) to = nextCharacter(text, to, forward);
  return placedEdge(text, span, { edge, to });
}

/** The span with one edge put at an offset, snapped to the characters there. */
export function placedEdge(text: string, span: Span, { edge, to }: { edge: Edge; to: number }): Span {
  const snapped = isBoundary(text, to) ? to : previousBoundary(text, to);
  const moved = { ...span, [edge]: snapped };
  return moved.start < moved.end ? moved : span;
}

/** The edge of a word nearest to an offset: for a start where a word begins, for an end where one ends. */
export function nearestWordEdge(ruler: Ruler, offset: number, edge: Edge): number {
  const edges = wordEdges(ruler, offset, edge);
  return edges.reduce((best, at) => (Math.abs(at - offset) < Math.abs(best - offset) ? at : best), edges[0] ?? offset);
}

function nextCharacter(text: string, offset: number, forward: boolean): number {
  return forward ? nextBoundary(text, offset) : previousBoundary(text, offset);
}

function wordEdge(ruler: Ruler, offset: number, { edge, forward }: { edge: Edge; forward: boolean }): number {
  const edges = wordEdges(ruler, offset, edge);
  const next = forward ? edges.find((at) => at > offset) : edges.findLast((at) => at < offset);
  return next ?? offset;
}

/** How far around an offset words are looked for. */
const window = 400;

function wordEdges({ text, language }: Ruler, offset: number, edge: Edge): number[] {
  const from = offset <= window ? 0 : text.indexOf(' ', offset - window) + 1 || offset - window;
  const base = from > offset ? offset - window : from;
  const words = segmenterFor(language, 'word').segment(text.slice(base, offset + window));
  return [...words]
    .filter((word) => word.isWordLike)
    .map(({ index, segment }) => base + index + (edge === 'end' ? segment.length : 0));
}
