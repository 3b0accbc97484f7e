import { resemblance } from '@/lib/text';

export type Sketched = { id: string; sketch: Uint32Array };
/** A text that says much the same as another: `share` of the runs of words of both, estimated (lib/text `resemblance`). */
export type Near = { id: string; twin: string; share: number };

/** From this share on a text is named: half of it may be new, and it is still a statement that came before. */
export const nearShare = 0.5;

/**
 * For each fresh text the one most like it, among those that are known and those fresh ones before it, if there is one from
 * `nearShare` on. Only texts that share a hash are compared, so that thousands of texts take seconds.
 */
export function nearDuplicates(fresh: readonly Sketched[], known: readonly Sketched[]): Near[] {
  const holders = new Map<number, Sketched[]>();
  for (const each of known) enter(holders, each);
  return fresh.flatMap((each) => {
    const best = closest(each, holders);
    enter(holders, each);
    return best ? [best] : [];
  });
}

function enter(holders: Map<number, Sketched[]>, each: Sketched): void {
  for (const hash of each.sketch) {
    const all = holders.get(hash);
    if (all) all.push(each);
    else holders.set(hash, [each]);
  }
}

function closest({ id, sketch }: Sketched, holders: ReadonlyMap<number, Sketched[]>): Near | null {
  const common = new Map<Sketched, number>();
  for (const hash of sketch)
    for (const other of holders.get(hash) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
  let best: Near | null = null;
  for (const [other, count] of common) {
    // The share is of at least as many hashes as the larger sketch holds.
    if (count < nearShare * Math.max(sketch.length, other.sketch.length)) continue;
    const share = resemblance(sketch, other.sketch);
    if (share >= Math.max(nearShare, best?.share ?? 0)) best = { id, twin: other.id, share };
  }
  return best;
}
