import type { Span } from '@/lib/text';

/** A stretch of the axis on which nothing changes, the layers that are on over it, and those switched since the last one. */
export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly on: ReadonlySet<number>;
  readonly switched: readonly number[];
};

/**
 * Cuts an axis wherever a run of any layer begins or ends and walks the pieces in order, those where no layer is on
 * included. The cost grows with the number of runs, not with the length of the axis. `on` and `switched` are changed from
 * piece to piece: copy what is to be kept.
 */
export function* sweep(length: number, layers: readonly (readonly Span[])[]): Generator<Piece> {
  const edges = sortedEdges(layers);
  const on = new Set<number>();
  const switched: number[] = [];
  let start = 0;
  for (let next = 0; next < edges.length;) {
    const at = edges[next]?.at ?? 0;
    if (at > start) {
      yield { start, end: at, on, switched };
      switched.length = 0;
    }
    start = Math.max(start, at);
    for (let edge = edges[next]; edge?.at === at; edge = edges[next]) {
      if (edge.begins) on.add(edge.layer);
      else on.delete(edge.layer);
      switched.push(edge.layer);
      next += 1;
    }
  }
  if (start < length) yield { start, end: length, on, switched };
}

type Edge = { readonly at: number; readonly layer: number; readonly begins: boolean };

/** Runs of a layer are disjoint and never touch, so that at one place a layer either begins or ends. */
function sortedEdges(layers: readonly (readonly Span[])[]): Edge[] {
  const edges: Edge[] = [];
  layers.forEach((runs, layer) => {
    for (const { start, end } of runs)
      edges.push({ at: start, layer, begins: true }, { at: end, layer, begins: false });
  });
  return edges.sort((one, other) => one.at - other.at);
}
