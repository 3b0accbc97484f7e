import type { Change } from '@/lib/log';
import type { Presence } from '@/lib/projects/presence/presence';
import type { Locks, Owner } from './kept-queue';

/** What the stream says, and what tabs of one browser say to each other about it. */
export type Heard =
  | { what: 'change'; change: Change; cursor: string }
  | Here
  | { what: 'opened' }
  | { what: 'reload' }
  | { what: 'ended' };

/** Who else is in which document, all of it; a connection that has just opened has told of nobody yet. */
type Here = { what: 'presence'; here: Presence[] };

/** What a tab that comes later asks of the one that listens: who is here is in no log to be read up in. */
const whoIsHere = 'who is here?';

type Followed = Owner & {
  /** The place after which this tab has heard nothing; asked anew whenever a connection is made. */
  cursor: () => string;
  hear: (heard: Heard) => void;
};

type Shared = { channel: BroadcastChannel; locks: Locks };

/**
 * Follows a project's log until the returned function is called. A browser opens few connections to one server over
 * HTTP/1.1, so of several tabs only one (whoever holds the lock) listens and passes on what it hears; when it goes,
 * the next takes its place. Where tabs cannot talk to each other each listens for itself.
 */
export function follow(followed: Followed): () => void {
  const locks = globalThis.navigator?.locks;
  if (!locks || typeof BroadcastChannel === 'undefined') return listen(followed);
  const name = `concord stream ${followed.viewerId} ${followed.projectId}`;
  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  void share(followed, { channel, locks }, { name, signal: leaving.signal }).catch(() => {});
  return () => {
    leaving.abort();
    channel.close();
  };
}

type Turn = { name: string; signal: AbortSignal };

async function share(followed: Followed, { channel, locks }: Shared, { name, signal }: Turn): Promise<void> {
  const led = await locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await lead(followed, channel, signal);
    return lock !== null;
  });
  if (led || signal.aborted) return;
  const follower = new Follower(followed);
  channel.onmessage = ({ data }) => (data === whoIsHere ? undefined : follower.hear(data as Heard));
  signal.addEventListener('abort', () => follower.stop());
  void follower.catchUp();
  channel.postMessage(whoIsHere);
  await locks.request(name, { signal }, () => {
    channel.onmessage = null;
    follower.stop();
    return lead(followed, channel, signal);
  });
}

/** Listens for all tabs of the browser until this one goes. */
function lead(followed: Followed, channel: BroadcastChannel, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  let latest: Here = { what: 'presence', here: [] };
  channel.onmessage = ({ data }) => (data === whoIsHere ? channel.postMessage(latest) : undefined);
  const hear = (heard: Heard) => {
    if (heard.what === 'opened') latest = { what: 'presence', here: [] };
    if (heard.what === 'presence') latest = heard;
    // Each tab has a cursor of its own, so that of this one says nothing about theirs.
    if (heard.what !== 'reload') channel.postMessage(heard);
    followed.hear(heard);
  };
  const stop = listen({ ...followed, hear });
  return new Promise((gone) => signal.addEventListener('abort', () => gone(stop())));
}

/**
 * A tab that another one tells. It began at a place of its own, so it first asks for what lies between; what it is told
 * meanwhile waits and is heard afterwards (hearing a change twice is hearing it once). When the leader connects anew it
 * asks again, since a leader that died may have kept something to itself.
 */
class Follower {
  private held: Heard[] | null = null;
  private stopped = false;

  constructor(private readonly followed: Followed) {}

  hear(heard: Heard): void {
    if (heard.what === 'opened') void this.catchUp();
    if (this.held) this.held.push(heard);
    else this.followed.hear(heard);
  }

  /** What it has not heard yet is no loss: whoever goes on listening for this tab begins at its cursor. */
  stop(): void {
    this.stopped = true;
  }

  async catchUp(): Promise<void> {
    if (this.held) return;
    this.held = [];
    let missed = await readMissed(this.followed);
    while (!missed && !this.stopped) {
      await new Promise((again) => setTimeout(again, firstPause));
      missed = await readMissed(this.followed);
    }
    const heard = [...(missed ?? []), ...this.held];
    this.held = null;
    if (!this.stopped) heard.forEach((each) => this.followed.hear(each));
  }
}

type Page = { reload?: boolean; more?: boolean; next?: string; changes?: { change: Change; cursor: string }[] };

/** What came after the tab's cursor, or null when the server is out of reach. */
async function readMissed({ projectId, viewerId, cursor }: Followed): Promise<Heard[] | null> {
  const missed: Heard[] = [];
  try {
    for (let [after, more] = [cursor(), true]; more;) {
      const response = await fetch(addressOf(projectId, 'changes', { after, as: viewerId }));
      if (response.status === 401 || response.status === 404) return [{ what: 'ended' }];
      if (!response.ok) return null;
      const page = (await response.json()) as Page;
      if (page.reload) return [{ what: 'reload' }];
      for (const each of page.changes ?? []) missed.push({ what: 'change', ...each });
      after = page.next ?? after;
      more = page.more ?? false;
    }
    return missed;
  } catch {
    return null;
  }
}

const firstPause = 1_000;
const longestPause = 15_000;

/**
 * Listens to the server. A browser reconnects by itself after a cut, but not after an answer that is no stream (a
 * proxy's, while the server restarts; a refusal, until the person has signed in again): then this asks again.
 */
function listen({ projectId, viewerId, cursor, hear }: Followed): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = firstPause;
  const later = () => {
    source.close();
    timer = setTimeout(open, pause);
    pause = Math.min(pause * 2, longestPause);
  };
  const open = () => {
    source = new EventSource(addressOf(projectId, 'stream', { after: cursor(), as: viewerId }));
    source.onmessage = ({ data, lastEventId }) => {
      pause = firstPause;
      hear({ what: 'change', change: JSON.parse(data as string) as Change, cursor: lastEventId });
    };
    source.onopen = () => hear({ what: 'opened' });
    source.addEventListener('presence', ({ data }) => {
      hear({ what: 'presence', here: JSON.parse(data as string) as Presence[] });
    });
    source.onerror = () => {
      if (source.readyState === source.CLOSED) later();
    };
    for (const what of ['reload', 'ended'] as const) {
      source.addEventListener(what, () => {
        later();
        hear({ what });
      });
    }
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

function addressOf(projectId: string, end: 'stream' | 'changes', query: Record<string, string>): string {
  return `/api/projects/${projectId}/${end}?${new URLSearchParams(query).toString()}`;
}
