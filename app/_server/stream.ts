import 'server-only';
import { findSession } from '@/lib/accounts/sessions/store';
import { maySeeChange } from '@/lib/door/store';
import { onProgress } from '@/lib/interchange/downloads/store';
import { openCursor, sealCursor } from '@/lib/log/cursor';
import { changesAfter, newestSeq, onChange, type Recorded } from '@/lib/log/store';
import { sealFor } from '@/lib/rounds/store';
import { joinFeed } from './feed';
import { json, type InProject } from './handler';
import { count } from './metrics';
import { report } from './report';
import { onShutdown } from './shutdown';

/** How long a follower waits for a wake-up before it looks by itself (a notification may be lost); also the heartbeat. */
const pauseMs = 8_000;
const batch = 500;

/** How often an open stream is noted as use of its session. */
const noteMs = 60_000;

/**
 * The project's log as server-sent events: what came after the reader's cursor, then what comes, each entry only if
 * the seal lets this person see it. An `id` is an opaque cursor; a cursor this server did not make gets `reload`. The
 * right to read is asked again before every batch, and when a session of this person is ended, so the stream ends with
 * the membership or the session; and it ends when the process is asked to stop, with word to come back a little later (to
 * whichever process is there then). Beside the log, and without an `id`, it says who else is in which document: all of it,
 * whenever it has changed; and how far the person's own downloads are.
 */
export function openStream(request: Request, by: InProject): Response {
  const from = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after') ?? '';
  const leaving = new AbortController();
  const signal = AbortSignal.any([request.signal, leaving.signal]);
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      // The heartbeat is a timer of its own: once the reader has gone, writing to them would throw where nobody catches.
      const send = (text: string) => {
        if (!signal.aborted) controller.enqueue(new TextEncoder().encode(text));
      };
      try {
        await follow(send, { by, from, signal });
      } catch (error) {
        if (!signal.aborted) report('A live stream failed', error);
      }
      if (!signal.aborted) controller.close();
    },
    cancel: () => leaving.abort(),
  });
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'private, no-store, no-transform',
      'X-Accel-Buffering': 'no',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/**
 * The same in one answer: up to `batch` entries after the cursor `after`, where to go on, and whether there are more.
 * Only what the reader may see counts towards both, so that neither tells how much goes on under the seal.
 */
export async function readAfter(request: Request, by: InProject): Promise<Response> {
  const { projectId, userId } = by;
  const after = await placeOf(projectId, new URL(request.url).searchParams.get('after') ?? '');
  if (after === null) return json({ reload: true });
  const visible: Recorded[] = [];
  let at = after;
  for (let more = true; more && visible.length <= batch; ) {
    const found = await changesAfter(projectId, at, batch);
    const seal = await sealFor(projectId, userId);
    visible.push(...found.filter((each) => maySeeChange(by, seal, each)));
    at = found.at(-1)?.seq ?? at;
    more = found.length === batch;
  }
  const shown = visible.slice(0, batch);
  const more = visible.length > batch;
  const changes = shown.map(({ seq, change }) => ({ cursor: sealCursor(projectId, seq), change }));
  return json({ changes, next: sealCursor(projectId, more ? shown.at(-1)!.seq : at), more });
}

type Following = { by: InProject; from: string; signal: AbortSignal };

async function follow(send: (text: string) => void, { by, from, signal }: Following): Promise<void> {
  const place = await placeOf(by.projectId, from);
  if (place === null) return send('event: reload\ndata: {}\n\n');
  let seq = place;
  let here = nobody;
  let noted = Date.now();
  const alarm = new Alarm();
  const { feed, leave } = joinFeed(by.projectId, () => alarm.ring());
  const stop = onChange(by.account.id, () => (feed.forgetRead(), alarm.ring()));
  let closing = false;
  const forget = onShutdown(() => ((closing = true), alarm.ring()));
  const deafen = onProgress(by.userId, (told) => send(`event: download\ndata: ${JSON.stringify(told)}\n\n`));
  count('concord_streams_open');
  signal.addEventListener('abort', () => alarm.ring());
  const beat = setInterval(() => send(': here\n\n'), pauseMs);
  send('retry: 1000\n: here\n\n');
  try {
    while (!signal.aborted && !closing) {
      if (Date.now() - noted > noteMs) await findSession(by.account.sessionId).finally(() => (noted = Date.now()));
      const batch = await feed.afterFor(seq, { userId: by.userId, sessionId: by.account.sessionId });
      if (!batch) return send('event: ended\ndata: {}\n\n');
      const { told, more, sealedDocuments, reader } = batch;
      const seal = { viewerId: by.userId, sealedDocuments };
      const visible = told.filter((each) => maySeeChange(reader, seal, each));
      for (const { event } of visible) send(event);
      count('concord_stream_events_total', visible.length);
      seq = told.at(-1)?.seq ?? seq;
      const present = JSON.stringify(feed.presentTo(seal));
      if (present !== here) send(`event: presence\ndata: ${present}\n\n`);
      here = present;
      if (!more) await alarm.within(pauseMs);
    }
    if (closing) send('retry: 2000\n\n');
  } finally {
    count('concord_streams_open', -1);
    forget();
    clearInterval(beat);
    deafen();
    stop();
    leave();
  }
}

/** What a stream begins with unsaid: a browser takes a new connection for one that has told of nobody yet. */
const nobody = '[]';

/** Where in the log a cursor stands; null if we did not make it, or an older database has been put back since. */
async function placeOf(projectId: string, cursor: string): Promise<bigint | null> {
  const seq = openCursor(projectId, cursor);
  return seq === null || seq > (await newestSeq(projectId)) ? null : seq;
}

/** A bell that remembers being rung while nobody listened. */
class Alarm {
  private rung = false;
  private wake: (() => void) | null = null;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  /** Waits until it rings (or has rung since the last time), at most `ms`. */
  async within(ms: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((done) => {
        const timer = setTimeout(done, ms);
        this.wake = () => (clearTimeout(timer), done());
      });
      this.wake = null;
    }
    this.rung = false;
  }
}
