/** Somebody has a document open and in sight. It lasts for moments, is written nowhere and is no change of the project. */
export type Presence = { documentId: string; userId: string };

/** What a page tells of itself: its own id, since somebody may have several open; `here: false` when it goes. */
export type Sign = Presence & { page: string; here: boolean };

/** How often a page that is in sight says so, in ms. */
export const beatMs = 15_000;

/** After this long without a sign, in ms, a page is taken for gone: two may have been lost on the way. */
export const lastsMs = 40_000;

/** More pages than one person has open: their oldest make room, so that nobody can fill a server's memory. */
const mostPages = 20;

type Page = { presence: Presence; until: number };

/**
 * Who is in which document of one project, as a process has heard it. Its own clock alone counts, so that the clocks of
 * several machines need not agree: a sign is good for `lastsMs` from when it was heard.
 */
export class Roster {
  private readonly pages = new Map<string, Page>();

  /** Takes in a sign heard at `now`. True if somebody has come to a document by it, or gone. */
  hear({ userId, documentId, page, here }: Sign, now: number): boolean {
    const before = this.said(now);
    const key = `${userId} ${page}`;
    // Out and in again: what was heard of last stands last.
    this.pages.delete(key);
    if (here) this.pages.set(key, { presence: { documentId, userId }, until: now + lastsMs });
    this.makeRoom(userId, now);
    return this.said(now) !== before;
  }

  /** Everyone who is somewhere at `now`, once for each document, in a settled order. */
  at(now: number): Presence[] {
    const living = [...this.pages.values()].filter(({ until }) => until > now);
    const once = new Map(living.map(({ presence }) => [keyOf(presence), presence]));
    return [...once.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, presence]) => presence);
  }

  private said(now: number): string {
    return this.at(now).map(keyOf).join();
  }

  private makeRoom(userId: string, now: number): void {
    for (const [key, { until }] of this.pages) if (until <= now) this.pages.delete(key);
    const own = [...this.pages.keys()].filter((key) => key.startsWith(userId));
    for (const key of own.slice(0, -mostPages)) this.pages.delete(key);
  }
}

function keyOf({ documentId, userId }: Presence): string {
  return `${documentId} ${userId}`;
}
