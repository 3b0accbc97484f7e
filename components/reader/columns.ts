import type { Coding } from '@/lib/codings';
import type { Member } from '@/lib/projects';
import type { Table } from '@/lib/log';
import { Depths } from './depths';

/** Columns of brackets that one coder may take up, and that all may take up together. */
const perCoder = 3;
const inAll = 10;

/**
 * Which column of the margin a coding's bracket stands in: each coder has columns of their own, the viewer's nearest to
 * the text. A coding that finds no room in its coder's columns has no bracket, only a label.
 */
export class Columns {
  readonly #coders = new Map<string, { depths: Depths; used: number }>();

  assign(codings: readonly Coding[]): void {
    for (const [coderId, own] of Map.groupBy(codings, (coding) => coding.coderId)) {
      const coder = this.#coder(coderId);
      coder.depths.assign(own);
      const used = own.map(({ id }) => (coder.depths.get(id) ?? 0) + 1);
      coder.used = Math.max(coder.used, ...used.filter((count) => count <= perCoder));
    }
  }

  drop({ id, coderId }: Coding): void {
    this.#coders.get(coderId)?.depths.drop(id);
  }

  /** Forgets all columns: what is shown has changed by more than one or the other. */
  clear(): void {
    this.#coders.clear();
  }

  /** The first column of each coder, and how many columns there are. */
  layout(viewerId: string, coders: Table<Member>): { firsts: Map<string, number>; count: number } {
    const rank = (id: string) => (id === viewerId ? -1 : (coders.get(id)?.shade ?? Infinity));
    const ids = [...this.#coders.keys()].sort((a, b) => rank(a) - rank(b));
    const room = Math.max(1, Math.floor(inAll / Math.max(1, ids.length)));
    const firsts = new Map<string, number>();
    let count = 0;
    for (const id of ids) {
      firsts.set(id, count);
      count += Math.min(room, this.#coders.get(id)?.used ?? 0);
    }
    return { firsts, count };
  }

  /** The column of a coding in a layout, or null where it has none. */
  columnOf({ id, coderId }: Coding, { firsts, count }: { firsts: Map<string, number>; count: number }): number | null {
    const depth = this.#coders.get(coderId)?.depths.get(id) ?? perCoder;
    const first = firsts.get(coderId) ?? 0;
    const next = Math.min(count, ...[...firsts.values()].filter((other) => other > first));
    return depth < perCoder && first + depth < next ? first + depth : null;
  }

  #coder(id: string): { depths: Depths; used: number } {
    const known = this.#coders.get(id) ?? { depths: new Depths(perCoder + 1), used: 0 };
    this.#coders.set(id, known);
    return known;
  }
}
