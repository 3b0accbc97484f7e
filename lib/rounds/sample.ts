import { randomFrom, shuffled } from '@/lib/chance';
import type { AttributeValues } from '@/lib/documents';
import { allocate } from './allocate';

/** What is to be drawn. `by` is the key of the attribute that makes the strata; null draws from all documents alike. */
export type Sampling = {
  seed: number;
  size: number;
  by: string | null;
  /** Only documents that have not been in a round yet. */
  fresh: boolean;
};

/** How a sample came about: with the same documents it can be drawn again from this. One stratum where there is no `by`. */
export type Drawn = Sampling & { strata: Stratum[] };

/** A value of the attribute ('' where a document has none): how many documents have it, and how many were drawn of them. */
export type Stratum = { value: string; of: number; drawn: number };

type Drawable = { id: string; attributes: AttributeValues };
export type Sample = { documentIds: string[]; strata: Stratum[] };

/**
 * Draws documents without replacement, every document of a stratum as likely as any other. The strata are named in the
 * order of their values, and documents taken in the order of their ids, so that the seed alone decides: not the order in
 * which documents happened to be listed.
 */
export function draw(frame: readonly Drawable[], { seed, size, by }: Sampling): Sample {
  const random = randomFrom(seed);
  const strata = strataOf(frame, by);
  const drawn = allocate(
    strata.map(({ ids }) => ids.length),
    size,
  );
  const chosen = strata.flatMap(({ ids }, at) => shuffled(ids, random).slice(0, drawn[at]));
  return {
    documentIds: chosen.sort(),
    strata: strata.map(({ value, ids }, at) => ({ value, of: ids.length, drawn: drawn[at] ?? 0 })),
  };
}

/** What may be drawn: no document of an open round, and, where only fresh ones are asked for, none of any round. */
export function frameOf<T extends Drawable>(documents: readonly T[], rounds: readonly Placed[], fresh: boolean): T[] {
  const held = new Set(
    rounds.filter(({ closedAt }) => fresh || closedAt === null).flatMap(({ documentIds }) => documentIds),
  );
  return documents.filter(({ id }) => !held.has(id));
}

type Placed = { documentIds: readonly string[]; closedAt: string | null };

function strataOf(frame: readonly Drawable[], by: string | null): { value: string; ids: string[] }[] {
  const valueOf = ({ attributes }: Drawable) =>
    by !== null && Object.hasOwn(attributes, by) ? attributes[by]!.trim() : '';
  const groups = [...Map.groupBy(frame, valueOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return groups.map(([value, documents]) => ({ value, ids: documents.map(({ id }) => id).sort() }));
}
