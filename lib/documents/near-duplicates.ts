import { resemblance } from '@/lib/text';

export type Sketched = { id: string; sketch: Uint32Array };
/** A text that says much the same as another: `share` of the runs of words of both, estimated (lib/text `resemblance`). */
export type Near = { id: string; twin: string; share: number };

/** From this share on a text is named: half of it may be new, and it is still a statement that came before. */
export const nearShare = 0.5;

/**
 * For each fresh text the one most like it, among those that are known and those fresh ones before it, if there is one from
 * `nearShare` on. In steps, null for those that find none, so that whoever asks may pause.
 *
 * Two texts that are near have half of the larger sketch in common. So each is looked for by its rarest hashes alone, as many as cannot all be
 * missing from a near one (prefix filtering: Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins", 2006). What
 * every text of a channel ends in, its hashes being frequent, is thus passed over, and so is a hash that no other text has.
 */
export function* nearOnes(fresh: readonly Sketched[], known: readonly Sketched[]): Generator<Near | null> {
  const rarity = new Rarity();
  for (const texts of [known, fresh]) for (const { sketch } of texts) yield rarity.count(sketch);
  const holders = new Map<number, Sketched[]>();
  for (const each of known) yield enter(each, rarity.rarest(each.sketch), holders);
  for (const each of fresh) {
    const rarest = rarity.rarest(each.sketch);
    yield closest(each, rarest, holders);
    enter(each, rarest, holders);
  }
}

/** The low bits, since sketches hold small hashes alone. */
const mask = (1 << 22) - 1;

/** About how many texts hold a hash: never too few, since hashes that fall into one slot are counted together. */
class Rarity {
  private readonly slots = new Uint32Array(mask + 1);

  count(sketch: Uint32Array): null {
    for (const hash of sketch) this.slots[hash & mask]! += 1;
    return null;
  }

  /** The hashes that a text is looked for by, without those that it alone has. Any order would do, if it is the same for all texts. */
  rarest(sketch: Uint32Array): Uint32Array {
    const often = (hash: number) => this.slots[hash & mask]!;
    const ordered = sketch.toSorted((a, b) => often(a) - often(b) || a - b);
    const enough = sketch.length - Math.ceil(nearShare * sketch.length) + 1;
    return ordered.subarray(0, enough).filter((hash) => often(hash) > 1);
  }
}

function enter(each: Sketched, rarest: Uint32Array, holders: Map<number, Sketched[]>): null {
  for (const hash of rarest) {
    const all = holders.get(hash);
    if (all) all.push(each);
    else holders.set(hash, [each]);
  }
  return null;
}

function closest(
  { id, sketch }: Sketched,
  rarest: Uint32Array,
  holders: ReadonlyMap<number, readonly Sketched[]>,
): Near | null {
  const seen = new Set<Sketched>();
  let best: Near | null = null;
  for (const hash of rarest) {
    for (const other of holders.get(hash) ?? []) {
      if (seen.has(other)) continue;
      seen.add(other);
      const share = resemblance(sketch, other.sketch);
      if (share >= nearShare && share > (best?.share ?? 0)) best = { id, twin: other.id, share };
      if (share === 1) return best;
    }
  }
  return best;
}
