import { AsyncLocalStorage } from 'node:async_hooks';

/** What one scripted person's browser knows: their cookie, how reliable their network is, and what it was told. */
export type Seat = {
  cookie: string;
  origin: string;
  apps: () => string[];
  lossy: () => boolean;
  streams: Set<Stream>;
  /** Ids of changes that the server said it stored, and those that it refused, as they reached the browser. */
  acknowledged: Set<string>;
  refused: Set<string>;
  /** Ids of the changes that its streams brought, in the order in which they came, repeats and all. */
  heard: string[];
};

const seats = new AsyncLocalStorage<Seat>();
const over = globalThis.fetch;

/** Runs `work`, and everything it sets going, in this person's browser. */
export function inBrowser<T>(seat: Seat, work: () => T): T {
  return seats.run(seat, work);
}

/**
 * Puts a browser around the project client, as far as it needs one: `fetch` and `EventSource` that go to whichever
 * server the balancer happens to choose, and lose answers. Tabs that could talk to each other there are not.
 */
export function installBrowser(): void {
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  globalThis.fetch = (address, init) => {
    const seat = seats.getStore();
    return seat && typeof address === 'string' && address.startsWith('/') ? request(seat, address, init) : over(address, init);
  };
  Object.assign(globalThis, { EventSource: Stream });
}

async function request(seat: Seat, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...(init.headers as Record<string, string>), cookie: seat.cookie, origin: seat.origin };
  const response = await over(someOf(seat.apps()) + path, { ...init, headers });
  const text = await response.text();
  if (seat.lossy()) throw new TypeError('The answer was lost on its way.');
  if (init.method === 'POST' && response.ok) note(seat, JSON.parse(text) as Answer[]);
  return new Response(text, response);
}

type Answer = { id: string; change?: unknown };

function note({ acknowledged, refused }: Seat, answers: Answer[]): void {
  for (const { id, change } of answers) (change ? acknowledged : refused).add(id);
}

export function someOf<T>(items: T[]): T {
  return items[Math.floor(Math.random() * items.length)]!;
}

type Listener = (event: { data: string }) => void;

/** An EventSource as the client uses it: reconnects after a cut from the last id, gives up on an answer that is no stream. */
export class Stream {
  readonly CLOSED = 2;
  readyState = 0;
  onmessage: (event: { data: string; lastEventId: string }) => void = () => {};
  onopen: () => void = () => {};
  onerror: () => void = () => {};
  private lastEventId = '';
  private pause = 300;
  private connection = new AbortController();
  private readonly listeners = new Map<string, Listener>();
  private readonly seat = seats.getStore()!;

  constructor(private readonly url: string) {
    this.seat.streams.add(this);
    void this.run();
  }

  addEventListener(name: string, listener: Listener): void {
    this.listeners.set(name, listener);
  }

  /** The network fails; the browser will try again. */
  cut(): void {
    this.connection.abort();
  }

  close(): void {
    this.readyState = this.CLOSED;
    this.seat.streams.delete(this);
    this.connection.abort();
  }

  private async run(): Promise<void> {
    while (this.readyState !== this.CLOSED) {
      this.connection = new AbortController();
      await this.connect().catch(() => {});
      if (this.readyState === this.CLOSED) return;
      await new Promise((again) => setTimeout(again, this.pause));
    }
  }

  private async connect(): Promise<void> {
    const headers = { cookie: this.seat.cookie, ...(this.lastEventId ? { 'last-event-id': this.lastEventId } : {}) };
    const response = await over(someOf(this.seat.apps()) + this.url, { headers, signal: this.connection.signal });
    if (response.status !== 200 || !response.body) {
      this.close();
      return this.onerror();
    }
    this.onopen();
    let rest = '';
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const events = (rest + decoder.decode(next.value, { stream: true })).split('\n\n');
      rest = events.pop()!;
      events.forEach((event) => this.take(event));
    }
  }

  private take(event: string): void {
    if (this.readyState === this.CLOSED) return;
    const fields = new Map(event.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]));
    const named = fields.get('event');
    const data = fields.get('data') ?? '';
    if (named) return this.listeners.get(named)?.({ data });
    this.lastEventId = fields.get('id') ?? this.lastEventId;
    if (!data) return;
    this.seat.heard.push((JSON.parse(data) as { id: string }).id);
    this.onmessage({ data, lastEventId: this.lastEventId });
  }
}
