/** Texts never change, so a process keeps the ones it has read lately, up to this many UTF-16 code units in all. */
const capacity = 32_000_000;

type Entry = { text: string };

/** A small cache that forgets what was used longest ago. Keyed by project and document, filled by the store. */
export class TextCache {
  private readonly entries = new Map<string, Entry>();
  private held = 0;

  get(key: string): string | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.text;
  }

  set(key: string, text: string): void {
    this.drop(key);
    this.entries.set(key, { text });
    this.held += text.length;
    for (const oldest of this.entries.keys()) {
      if (this.held <= capacity || oldest === key) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.held -= entry.text.length;
    this.entries.delete(key);
  }
}
