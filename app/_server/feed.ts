import 'server-only';
import { maySee, type Seal } from '@/lib/access';
import { livingSessions } from '@/lib/accounts/sessions/store';
import { sealCursor } from '@/lib/log/cursor';
import { changesAfter, onChange, type Recorded } from '@/lib/log/store';
import type { Presence } from '@/lib/projects/presence/presence';
import { watch, type Watched } from '@/lib/projects/presence/store';
import { listReaders } from '@/lib/projects/readers/store';
import type { Membership } from '@/lib/projects/store';
import { sealFor } from '@/lib/rounds/store';

/** A change as the stream says it: put into words once, however many hear it. */
export type Told = Recorded & { event: string };

/**
 * What follows a place in the log, and what decides who may hear it. Seal, members and sessions were asked for after the
 * changes had been read: what sealed a document stands before everything that was done under its seal.
 */
export type Batch = {
  told: Told[];
  more: boolean;
  sealedDocuments: readonly string[];
  members: ReadonlyMap<string, Membership>;
  /** The ids of those of the members' sessions that hold. */
  sessions: ReadonlySet<string>;
};

const batchSize = 500;

/** How old a batch may be to serve another reader at the same place, in ms; one from before a commit never does. */
const freshMs = 1_000;

const feeds = new Map<string, Feed>();

/** Joins those of this process who follow a project; `wake` is called when there may be something new for them. */
export function joinFeed(projectId: string, wake: () => void): { feed: Feed; leave: () => void } {
  const feed = feeds.get(projectId) ?? new Feed(projectId);
  feeds.set(projectId, feed);
  feed.wakes.add(wake);
  const leave = () => {
    feed.wakes.delete(wake);
    if (feed.wakes.size > 0) return;
    feed.stop();
    if (feeds.get(projectId) === feed) feeds.delete(projectId);
  };
  return { feed, leave };
}

/**
 * One project's log as this process reads it for all its live streams: with 200 of them a commit costs four queries,
 * not four for each.
 */
class Feed {
  readonly wakes = new Set<() => void>();
  private readonly batches = new Map<bigint, { at: number; batch: Promise<Batch> }>();
  private readonly forget: () => void;
  private readonly watched: Watched;

  constructor(private readonly projectId: string) {
    this.forget = onChange(projectId, () => {
      this.forgetRead();
      this.wake();
    });
    this.watched = watch(projectId, () => this.wake());
  }

  /** What comes after number `seq` for one person and session, with their membership; null if they may not read (any more). */
  async afterFor(
    seq: bigint,
    who: { userId: string; sessionId: string },
  ): Promise<(Batch & { reader: Membership }) | null> {
    const known = withReader(await this.after(seq), who);
    if (known) return known;
    // What was at hand may be older than their session, or than their joining.
    this.forgetRead();
    return withReader(await this.after(seq), who);
  }

  /** What was read before this moment serves nobody any more. */
  forgetRead(): void {
    this.batches.clear();
  }

  /** Who else is in which document, as far as this person may know. */
  presentTo(seal: Seal): Presence[] {
    const others = this.watched.present().filter(({ userId }) => userId !== seal.viewerId);
    return others.filter(({ documentId, userId }) => maySee(seal, { documentId, coderId: userId }));
  }

  stop(): void {
    this.forget();
    this.watched.stop();
  }

  /** What comes after a number, read since the last commit that this process has heard of. */
  private after(seq: bigint): Promise<Batch> {
    const now = Date.now();
    for (const [place, { at }] of this.batches) if (now - at > freshMs) this.batches.delete(place);
    const known = this.batches.get(seq);
    if (known) return known.batch;
    const batch = this.read(seq);
    this.batches.set(seq, { at: now, batch });
    batch.catch(() => this.batches.delete(seq));
    return batch;
  }

  private wake(): void {
    this.wakes.forEach((wake) => wake());
  }

  private async read(seq: bigint): Promise<Batch> {
    const changes = await changesAfter(this.projectId, seq, batchSize);
    // Which documents are sealed is the same for everybody.
    const [{ sealedDocuments }, members] = await Promise.all([
      sealFor(this.projectId, ''),
      listReaders(this.projectId),
    ]);
    const sessions = await livingSessions([...members.keys()]);
    const told = changes.map((each) => ({ ...each, event: eventOf(this.projectId, each) }));
    return { told, more: changes.length === batchSize, sealedDocuments, members, sessions };
  }
}

function withReader(batch: Batch, { userId, sessionId }: { userId: string; sessionId: string }) {
  const reader = batch.members.get(userId);
  return reader && batch.sessions.has(sessionId) ? { ...batch, reader } : null;
}

function eventOf(projectId: string, { seq, change }: Recorded): string {
  return `id: ${sealCursor(projectId, seq)}\ndata: ${JSON.stringify(change)}\n\n`;
}
