import { newId, type ChangeRequest } from '@/lib/log';
import type { Shelf } from './shelf';

/** The part of the Web Locks API that is used here; missing on plain http other than localhost. */
export type Locks = Pick<LockManager, 'request'>;

export type Owner = { viewerId: string; projectId: string };
export type Found = (requests: ChangeRequest[]) => void;

/**
 * One tab's unsent changes, kept beyond the tab. Each tab of a person and project writes under a key of its own and
 * holds a lock of that name while it lives; the lock falls with the tab, however it dies, and whoever then gets it
 * takes the queue over. The person's id is part of the key, so nobody else's sign-in ever sends it. What is taken over
 * twice because a tab died in the middle of it is harmless: the door answers a repeated id with the first result.
 */
export class KeptQueue {
  private readonly prefix: string;
  private readonly key: string;
  private readonly seen = new Set<string>();
  private wanted: ChangeRequest[] = [];
  private writing: Promise<void> | null = null;
  private alive: Promise<void> | null = null;

  constructor(
    { viewerId, projectId }: Owner,
    private readonly shelf: Shelf,
    private readonly locks: Locks | undefined,
  ) {
    this.prefix = `${viewerId}/${projectId}/`;
    this.key = this.prefix + newId();
  }

  /** Keeps exactly these from now on. While one write is under way the next waits, and only the newest is written. */
  keep(requests: ChangeRequest[]): Promise<void> {
    this.wanted = requests;
    this.writing ??= this.write();
    return this.writing;
  }

  /** Takes over what dead tabs have left, now and, for tabs that still live, when they die. May be called again. */
  async adopt(found: Found): Promise<void> {
    for (const key of await this.shelf.keys()) {
      if (key === this.key || this.seen.has(key) || !key.startsWith(this.prefix)) continue;
      this.seen.add(key);
      void this.alone(key, () => this.takeOver(key, found)).catch(() => this.seen.delete(key));
    }
  }

  private async takeOver(key: string, found: Found): Promise<void> {
    const left = (await this.shelf.read(key)) ?? [];
    if (left.length > 0) found(left);
    await this.writing;
    await this.shelf.remove(key);
    this.seen.delete(key);
  }

  private async write(): Promise<void> {
    try {
      await (this.alive ??= this.live());
      for (let written: ChangeRequest[] | null = null; written !== this.wanted;) {
        written = this.wanted;
        await (written.length > 0 ? this.shelf.write(this.key, written) : this.shelf.remove(this.key));
      }
    } finally {
      this.writing = null; // At once: what is kept from here on begins a write of its own.
    }
  }

  /** Resolves once this tab holds its lock, which it never lets go. */
  private live(): Promise<void> {
    const { locks } = this;
    if (!locks) return Promise.resolve();
    return new Promise((held) => void locks.request(this.key, () => (held(), new Promise(() => {}))));
  }

  private async alone(key: string, work: () => Promise<void>): Promise<void> {
    await (this.locks ? this.locks.request(key, work) : work());
  }
}
