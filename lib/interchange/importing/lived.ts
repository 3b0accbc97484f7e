import { isDeepStrictEqual } from 'node:util';

/**
 * A thing as it was from one stage on, up to but not including another; `to` is null where it is so still. The stages are
 * the closings of rounds, from 0, and after them the present.
 */
export type Lived<T> = { item: T; from: number; to: number | null };

/**
 * What several stages say of some things, as the lives of these things, in order of their beginnings: a thing that changed
 * ends and begins anew. Null for a stage that says nothing of them: they stay as they are.
 */
export function lived<T extends { id: string }>(stages: readonly (readonly T[] | null)[]): Lived<T>[] {
  const lives: Lived<T>[] = [];
  const alive = new Map<string, Lived<T>>();
  for (const [stage, items] of stages.entries()) {
    if (items === null) continue;
    const here = new Map(items.map((item) => [item.id, item]));
    for (const [id, life] of alive) {
      if (isDeepStrictEqual(life.item, here.get(id))) continue;
      life.to = stage;
      alive.delete(id);
    }
    for (const item of here.values()) {
      if (alive.has(item.id)) continue;
      const life = { item, from: stage, to: null };
      lives.push(life);
      alive.set(item.id, life);
    }
  }
  return lives;
}

/** A closing with all documents that its round had: one that it does not name was not there at that moment. */
export type Past<C = unknown> = C & { documentIds: ReadonlySet<string> };

export function pastOf<C extends { roundId: string }>(
  closings: readonly C[],
  rounds: readonly { id: string; documentIds: readonly string[] }[],
): Past<C>[] {
  const had = new Map(rounds.map(({ id, documentIds }) => [id, documentIds]));
  return closings.map((closing) => ({ ...closing, documentIds: new Set(had.get(closing.roundId)) }));
}

/** The lives of what closings, each in its turn, and then the present say of one document. */
export function livedIn<C, T extends { id: string }>(
  past: readonly Past<C>[],
  documentId: string,
  { then, now }: { then: (closing: C) => readonly T[]; now: readonly T[] },
): Lived<T>[] {
  return lived([...past.map((each) => (each.documentIds.has(documentId) ? then(each) : null)), now]);
}
