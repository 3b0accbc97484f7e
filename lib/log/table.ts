/** Ids fall into this many buckets; a write copies one bucket, so 10,000 codings cost about 40 slots per change. */
const bucketCount = 256;

/**
 * An immutable collection by id, made for folding a log: `with` and `without` return a new table that shares all but
 * one bucket with the old one, whatever its size, and `changedIds` finds what differs between two tables without
 * looking at the buckets they share. Iteration order is unspecified; sort where order matters.
 */
export class Table<T extends { id: string }> {
  protected constructor(
    protected readonly buckets: readonly (ReadonlyMap<string, T> | undefined)[],
    readonly size: number,
  ) {}

  static of<T extends { id: string }>(items: Iterable<T> = []): Table<T> {
    const buckets: (Map<string, T> | undefined)[] = [];
    let size = 0;
    for (const item of items) {
      const bucket = (buckets[bucketOf(item.id)] ??= new Map());
      if (!bucket.has(item.id)) size++;
      bucket.set(item.id, item);
    }
    return new Table(buckets, size);
  }

  get(id: string): T | undefined {
    return this.buckets[bucketOf(id)]?.get(id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  with(item: T): Table<T> {
    const at = bucketOf(item.id);
    const bucket = new Map(this.buckets[at]);
    const grown = bucket.has(item.id) ? 0 : 1;
    bucket.set(item.id, item);
    return new Table(replaced(this.buckets, at, bucket), this.size + grown);
  }

  without(id: string): Table<T> {
    if (!this.has(id)) return this;
    const at = bucketOf(id);
    const bucket = new Map(this.buckets[at]);
    bucket.delete(id);
    return new Table(replaced(this.buckets, at, bucket), this.size - 1);
  }

  *values(): Generator<T> {
    for (const bucket of this.buckets) if (bucket) yield* bucket.values();
  }

  filter(keep: (item: T) => boolean): Table<T> {
    return Table.of([...this.values()].filter(keep));
  }

  /** Ids whose item is new, gone or another object than in `before`. */
  changedIds(before: Table<T>): string[] {
    const changed: string[] = [];
    for (let at = 0; at < bucketCount; at++) {
      const [was, is] = [before.buckets[at], this.buckets[at]];
      if (was === is) continue;
      for (const [id, item] of is ?? []) if (was?.get(id) !== item) changed.push(id);
      for (const id of was?.keys() ?? []) if (!is?.has(id)) changed.push(id);
    }
    return changed;
  }
}

/**
 * The same collection for folding a long log in one go, where nobody looks at a state but the last: writes change it in
 * place, so that a hundred thousand changes cost a hundred thousand writes and no copies.
 */
export class FoldingTable<T extends { id: string }> extends Table<T> {
  declare size: number;

  constructor() {
    super(
      Array.from({ length: bucketCount }, () => new Map<string, T>()),
      0,
    );
  }

  override with(item: T): this {
    if (!this.has(item.id)) this.size++;
    this.bucket(item.id).set(item.id, item);
    return this;
  }

  override without(id: string): this {
    if (this.bucket(id).delete(id)) this.size--;
    return this;
  }

  private bucket(id: string): Map<string, T> {
    return this.buckets[bucketOf(id)] as Map<string, T>;
  }
}

/** FNV-1a over the id, folded to a bucket: ids of any make spread evenly. */
function bucketOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return ((hash >>> 16) ^ hash) & (bucketCount - 1);
}

function replaced<T>(buckets: readonly T[], at: number, bucket: T): T[] {
  const copy = buckets.slice();
  copy[at] = bucket;
  return copy;
}
