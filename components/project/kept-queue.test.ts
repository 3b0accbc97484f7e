import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ChangeRequest } from '@/lib/log';
import { KeptQueue, type Locks } from './kept-queue';
import type { Shelf } from './shelf';

const owner = { viewerId: 'ann', projectId: 'p' };

function request(id: string): ChangeRequest {
  return { id, kind: 'coding.remove', body: { id } };
}

function memoryShelf(): Shelf & { held: Map<string, ChangeRequest[]> } {
  const held = new Map<string, ChangeRequest[]>();
  return {
    held,
    keys: async () => [...held.keys()],
    read: async (key) => held.get(key),
    write: async (key, requests) => void held.set(key, requests),
    remove: async (key) => void held.delete(key),
  };
}

/** The locks of one browser. A tab's part of them falls when the tab is killed. */
class BrowserLocks {
  private readonly holders = new Map<string, { tab: string; free: Promise<void> }>();
  private readonly deaths = new Map<string, () => void>();

  of(tab: string): Locks {
    const died = new Promise<void>((die) => this.deaths.set(tab, die));
    const request = async (name: string, work: () => Promise<unknown>) => {
      for (let at = this.holders.get(name); at; at = this.holders.get(name)) await at.free;
      const free = Promise.race([died, Promise.resolve().then(work)]).then(() => void this.holders.delete(name));
      this.holders.set(name, { tab, free });
      return free;
    };
    return { request } as unknown as Locks;
  }

  kill(tab: string): void {
    this.deaths.get(tab)!();
  }
}

async function settled(): Promise<void> {
  for (let i = 0; i < 30; i++) await Promise.resolve();
}

it('hands what a killed tab had not sent to the next one, in order, and leaves nothing behind', async () => {
  const [shelf, locks] = [memoryShelf(), new BrowserLocks()];
  await new KeptQueue(owner, shelf, locks.of('first')).keep([request('1'), request('2')]);
  locks.kill('first');
  await settled();
  const found: string[] = [];
  await new KeptQueue(owner, shelf, locks.of('second')).adopt((left) => found.push(...left.map(({ id }) => id)));
  await settled();
  expect([found, shelf.held.size]).toEqual([['1', '2'], 0]);
});

it('leaves the queue of a tab that lives alone, and takes it over when that tab dies', async () => {
  const [shelf, locks] = [memoryShelf(), new BrowserLocks()];
  await new KeptQueue(owner, shelf, locks.of('first')).keep([request('1')]);
  const found: string[] = [];
  await new KeptQueue(owner, shelf, locks.of('second')).adopt((left) => found.push(...left.map(({ id }) => id)));
  await settled();
  expect(found).toEqual([]);
  locks.kill('first');
  await settled();
  expect(found).toEqual(['1']);
});

it('never hands one person’s work to another, nor one project’s to another', async () => {
  const shelf = memoryShelf();
  await new KeptQueue(owner, shelf, undefined).keep([request('1')]);
  const found: ChangeRequest[] = [];
  for (const other of [
    { ...owner, viewerId: 'ben' },
    { ...owner, projectId: 'q' },
  ]) {
    await new KeptQueue(other, shelf, undefined).adopt((left) => found.push(...left));
  }
  await settled();
  expect([found, shelf.held.size]).toEqual([[], 1]);
});

it('keeps a queue until what was taken over is kept anew', async () => {
  const shelf = memoryShelf();
  await new KeptQueue(owner, shelf, undefined).keep([request('1')]);
  const second = new KeptQueue(owner, shelf, undefined);
  const write = shelf.write;
  shelf.write = async (key, requests) => {
    expect(shelf.held.size).toBe(1);
    await write(key, requests);
  };
  await second.adopt((left) => void second.keep(left));
  await settled();
  expect([...shelf.held.values()].flat()).toEqual([request('1')]);
});

it('holds at the end what was kept last, however writes and changes fall over each other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 12 }), async (steps) => {
      const shelf = memoryShelf();
      const { write } = shelf;
      const queue = new KeptQueue(owner, shelf, undefined);
      let last: ChangeRequest[] = [];
      for (const [count, turns] of steps) {
        shelf.write = async (key, requests) => {
          for (let i = 0; i < turns; i++) await Promise.resolve();
          await write(key, requests);
        };
        last = Array.from({ length: count }, (_, i) => request(String(i)));
        void queue.keep(last);
        for (let i = 0; i < turns; i++) await Promise.resolve();
      }
      await settled();
      expect([...shelf.held.values()].flat()).toEqual(last);
    }),
  );
});
