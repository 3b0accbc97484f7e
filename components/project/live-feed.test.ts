import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Change } from '@/lib/log';
import { follow, type Heard } from './live-feed';

/** The server's log, the streams that are open to it, and the tabs of one browser that follow it. */
class World {
  log: string[] = [];
  streams = new Set<FakeSource>();
  stops: (() => void)[] = [];
  refused = false;

  /** Commits a change; every open stream hears of it. */
  say(id: string): void {
    this.log.push(id);
    for (const stream of this.streams) stream.tell();
  }

  page(url: string) {
    const after = Number(new URL(url, 'http://x').searchParams.get('after'));
    const changes = this.log.slice(after).map((id, i) => ({ cursor: String(after + i + 1), change: { id } as Change }));
    return { changes, next: String(this.log.length), more: false };
  }

  /** Opens a tab whose snapshot was taken `at` so many changes. */
  tab(at: number) {
    const tab = {
      cursor: String(at),
      heard: [] as string[],
      says: [] as string[],
      here: [] as string[],
      close: () => {},
    };
    const hear = (heard: Heard) => {
      if (heard.what === 'presence') return void (tab.here = heard.here.map(({ userId }) => userId));
      if (heard.what !== 'change') return void tab.says.push(heard.what);
      tab.cursor = heard.cursor;
      tab.heard.push(heard.change.id);
    };
    tab.close = follow({ projectId: 'p', viewerId: 'ann', cursor: () => tab.cursor, hear });
    this.stops.push(tab.close);
    return tab;
  }
}

class FakeSource {
  readonly CLOSED = 2;
  readyState = 1;
  onmessage: (event: { data: string; lastEventId: string }) => void = () => {};
  onopen: () => void = () => {};
  onerror: () => void = () => {};
  private told: number;
  private readonly others = new Map<string, (event: { data: string }) => void>();

  constructor(readonly url: string) {
    this.told = Number(new URL(url, 'http://x').searchParams.get('after'));
    queueMicrotask(() => (world.refused ? this.fail() : this.open()));
  }

  private open(): void {
    world.streams.add(this);
    this.onopen();
    this.tell();
  }

  fail(): void {
    this.close();
    this.onerror();
  }

  tell(): void {
    for (; this.told < world.log.length; this.told++) {
      const id = world.log[this.told]!;
      this.onmessage({ data: JSON.stringify({ id }), lastEventId: String(this.told + 1) });
    }
  }

  end(): void {
    this.others.get('ended')!({ data: '{}' });
  }

  present(here: unknown[]): void {
    this.others.get('presence')!({ data: JSON.stringify(here) });
  }

  addEventListener(name: string, listener: (event: { data: string }) => void): void {
    this.others.set(name, listener);
  }

  close(): void {
    this.readyState = 2;
    world.streams.delete(this);
  }
}

let world: World;

beforeEach(() => {
  world = new World();
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('fetch', async (url: string) => Response.json(world.page(url)));
});

afterEach(() => {
  for (const stop of world.stops) stop();
  vi.unstubAllGlobals();
});

it('opens one stream for seven tabs, and each hears everything', async () => {
  const tabs = Array.from({ length: 7 }, () => world.tab(0));
  await vi.waitFor(() => expect(world.streams.size).toBe(1));
  for (const id of ['a', 'b', 'c']) world.say(id);
  for (const tab of tabs) await vi.waitFor(() => expect([...new Set(tab.heard)]).toEqual(['a', 'b', 'c']));
  expect(world.streams.size).toBe(1);
});

it('asks for what lies between a tab’s own snapshot and what the others hear now', async () => {
  world.say('a');
  const first = world.tab(1);
  await vi.waitFor(() => expect(world.streams.size).toBe(1));
  const late = world.tab(0);
  await vi.waitFor(() => expect(late.heard).toEqual(['a']));
  world.say('b');
  await vi.waitFor(() => expect([first.heard, late.heard]).toEqual([['b'], ['a', 'b']]));
});

it('goes on when the tab that listened is closed, without a gap', async () => {
  const first = world.tab(0);
  await vi.waitFor(() => expect(world.streams.size).toBe(1));
  const second = world.tab(0);
  world.say('a');
  await vi.waitFor(() => expect(second.heard).toContain('a'));
  first.close();
  world.say('b');
  await vi.waitFor(() => expect([...new Set(second.heard)]).toEqual(['a', 'b']));
  expect(world.streams.size).toBe(1);
});

it('keeps asking while the answer is no stream, and says when it is one again', async () => {
  world.refused = true;
  const tab = world.tab(0);
  await vi.waitFor(() => expect(tab.says).toEqual([]));
  world.refused = false;
  world.say('a');
  await vi.waitFor(() => expect(tab.heard).toEqual(['a']), { timeout: 4_000 });
  expect(tab.says).toEqual(['opened']);
});

it('tells every tab that the session is over, and that it is back', async () => {
  const tabs = [world.tab(0), world.tab(0)];
  await vi.waitFor(() => expect(world.streams.size).toBe(1));
  await vi.waitFor(() => expect(tabs[0]!.says).toContain('opened'));
  world.say('a');
  for (const tab of tabs) await vi.waitFor(() => expect(tab.heard).toContain('a'));
  for (const stream of world.streams) stream.end();
  for (const tab of tabs) await vi.waitFor(() => expect(tab.says).toContain('ended'));
  for (const tab of tabs) await vi.waitFor(() => expect(tab.says.at(-1)).toBe('opened'), { timeout: 4_000 });
});

it('tells every tab who is here, also one that comes later or whose leader has gone', async () => {
  const [first, second] = [world.tab(0), world.tab(0)];
  await vi.waitFor(() => expect([first.says, second.says].flat()).toContain('opened'));
  const say = (...names: string[]) =>
    world.streams.forEach((stream) => stream.present(names.map((userId) => ({ documentId: 'd', userId }))));
  say('ben');
  const late = world.tab(0);
  for (const tab of [first, second, late]) await vi.waitFor(() => expect(tab.here).toEqual(['ben']));
  first.close();
  await vi.waitFor(() => expect([...second.says, ...late.says]).toContain('opened'));
  await vi.waitFor(() => expect(world.streams.size).toBe(1));
  say('ben', 'cem');
  for (const tab of [second, late]) await vi.waitFor(() => expect(tab.here).toEqual(['ben', 'cem']));
});

it('lets each tab listen for itself where tabs cannot talk to each other', async () => {
  vi.stubGlobal('navigator', {});
  const tabs = [world.tab(0), world.tab(0)];
  await vi.waitFor(() => expect(world.streams.size).toBe(2));
  world.say('a');
  expect(tabs.map(({ heard }) => heard)).toEqual([['a'], ['a']]);
});
