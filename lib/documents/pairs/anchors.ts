/**
 * A block of the original and one of the translation that a person says belong together, by their positions in the
 * lists of blocks, from 0. A block may have several: then all of them belong together.
 */
export type Anchor = { original: number; translation: number };

/** What a correction does to a pair's anchors. */
export type Correction = { add: readonly Anchor[]; remove: readonly Anchor[] };

/** The anchors after a correction, in the order of the texts, each once. */
export function corrected(anchors: readonly Anchor[], { add, remove }: Correction): Anchor[] {
  const gone = new Set(remove.map(keyOf));
  const kept = [...anchors.filter((anchor) => !gone.has(keyOf(anchor))), ...add];
  return [...new Map(kept.map((anchor) => [keyOf(anchor), anchor])).values()].sort(byPlace);
}

/** What of a correction alters anything: no more than this may its undoing take back. */
export function effective(anchors: readonly Anchor[], { add, remove }: Correction): Correction {
  const here = new Set(anchors.map(keyOf));
  const added = new Set(add.map(keyOf));
  return {
    add: corrected([], { add: add.filter((anchor) => !here.has(keyOf(anchor))), remove: [] }),
    remove: remove.filter((anchor) => here.has(keyOf(anchor)) && !added.has(keyOf(anchor))),
  };
}

/** The correction that puts two blocks together: anchors that it would cross make room. */
export function joining(anchors: readonly Anchor[], anchor: Anchor): Correction {
  return { add: [anchor], remove: anchors.filter((other) => cross(anchor, other)) };
}

/**
 * Two anchors that cannot both hold, since an alignment keeps the order of both texts; null if all can. In the order of
 * the texts it is enough to look at neighbours.
 */
export function crossing(anchors: readonly Anchor[]): [Anchor, Anchor] | null {
  const ordered = [...anchors].sort(byPlace);
  const at = ordered.findIndex((anchor, index) => index > 0 && cross(ordered[index - 1]!, anchor));
  return at < 0 ? null : [ordered[at - 1]!, ordered[at]!];
}

export function byPlace(a: Anchor, b: Anchor): number {
  return a.original - b.original || a.translation - b.translation;
}

function cross(a: Anchor, b: Anchor): boolean {
  return (a.original - b.original) * (a.translation - b.translation) < 0;
}

function keyOf({ original, translation }: Anchor): string {
  return `${original}/${translation}`;
}
