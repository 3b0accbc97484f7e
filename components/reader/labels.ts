/** A label wants to stand beside `wanted`, in px from the top of the text. */
export type Wish = { id: string; wanted: number };

/** A row of the margin: the label it shows, where it stands, and the labels for which there was no room. */
export type Row = Wish & { top: number; folded: string[] };

type Room = {
  /** Height of a label and the gap below it. */
  pitch: number;
  /** How far a label may be moved from its passage. */
  reach: number;
};

/**
 * Places labels so that none covers another: each as near below its passage as the ones above it allow. A label that
 * would end up out of reach is folded into the row above, which says how many it stands for. Wishes come from top to
 * bottom.
 */
export function placeLabels(wishes: readonly Wish[], { pitch, reach }: Room): Row[] {
  const rows: Row[] = [];
  for (const wish of wishes) {
    const last = rows.at(-1);
    const top = last ? Math.max(wish.wanted, last.top + pitch) : wish.wanted;
    if (last && top - wish.wanted > reach) last.folded.push(wish.id);
    else rows.push({ ...wish, top, folded: [] });
  }
  return rows;
}

/** The rows with the singled-out label unfolded: it takes the place of the one that its row shows. */
export function unfold(rows: Row[], id: string | null): Row[] {
  return rows.map((row) => {
    if (id === null || !row.folded.includes(id)) return row;
    return { ...row, id, folded: [row.id, ...row.folded.filter((other) => other !== id)] };
  });
}
