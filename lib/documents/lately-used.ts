type Entry<V> = { value: V; size: number };

/** A small cache that forgets what was used longest ago once all that it holds is larger than its capacity. */
export class LatelyUsed<V> {
  private readonly entries = new Map<string, Entry<V>>();
  private held = 0;

  /** In whatever its entries are measured in. */
  constructor(private readonly capacity: number) {}

  get(key: string): V | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: V, size: number): void {
    this.drop(key);
    this.entries.set(key, { value, size });
    this.held += size;
    for (const oldest of this.entries.keys()) {
      if (this.held <= this.capacity || oldest === key) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.held -= this.entries.get(key)?.size ?? 0;
    this.entries.delete(key);
  }
}
