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
  const stride = 2 * layers.length;
  const on = new Set<number>();
  const switched: number[] = [];
  let start = 0;
  for (let next = 0; next < edges.length;) {
    const at = Math.floor((edges[next] as number) / stride);
    if (at > start) {
      yield { start, end: at, on, switched };
      switched.length = 0;
    }
    start = Math.max(start, at);
    for (const beyond = (at + 1) * stride; (edges[next] as number) < beyond; next += 1) {
      const edge = (edges[next] as number) - at * stride;
      const layer = edge >>> 1;
      if ((edge & 1) === 1) on.add(layer);
      else on.delete(layer);
      switched.push(layer);
    }
  }
  if (start < length) yield { start, end: length, on, switched };
}

/**
 * Where a run begins or ends, each edge as one number so that they sort fast: the place, then the layer, then 1 where the
 * run begins. Runs of a layer are disjoint and never touch, so that at one place a layer either begins or ends.
 */
function sortedEdges(layers: readonly (readonly Span[])[]): Float64Array {
  const edges = new Float64Array(2 * layers.reduce((sum, runs) => sum + runs.length, 0));
  const stride = 2 * layers.length;
  let next = 0;
  layers.forEach((runs, layer) => {
    for (const { start, end } of runs) {
      edges[next++] = start * stride + 2 * layer + 1;
      edges[next++] = end * stride + 2 * layer;
    }
  });
  return edges.sort();
}
