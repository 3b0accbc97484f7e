import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { everything, type DownloadProgress } from '@/lib/interchange';
import { onProgress, stopDownload } from '@/lib/interchange/downloads/store';
import { onNotice } from '@/lib/log/listening/store';
import { useFreshDatabase as ownDatabase } from '@/lib/testing/database';
import { code, coding, document, person, project } from '@/prisma/builders';
import { download } from './download';
import { exported } from './exported';
import { telling, type Telling } from './telling';

ownDatabase();

const file = { name: 'a.csv', mediaType: 'text/csv' };

/** Hears, as a page does in whichever process, what one person is told of a download. */
async function ear(userId: string = randomUUID()) {
  const told: DownloadProgress[] = [];
  const [id, leaving] = [randomUUID(), new AbortController()];
  const stop = onProgress(userId, (progress) => told.push(progress));
  await listening();
  const { signal } = leaving;
  const make = (from: (by: Telling) => Promise<Response>) => telling({ userId, id, signal }, from);
  const ofPieces = (pieces: AsyncIterable<Uint8Array>) =>
    make((by) => download(by.through(pieces), { ...file, signal: by.signal }));
  const ended = () => vi.waitFor(() => expect(told.at(-1)?.ended?.how).toBeDefined(), 5_000);
  return { userId, id, told, stop, leaving, make, ofPieces, ended };
}

/** Resolves when this process hears what the database notifies. */
async function listening(): Promise<void> {
  const heard = new Promise<void>((done) => {
    const stop = onNotice('download', 'a test', () => (stop(), done()));
  });
  const call = setInterval(() => void db().$queryRaw`SELECT pg_notify('download', 'a test')::text`.catch(() => {}), 50);
  await heard;
  clearInterval(call);
}

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield new Uint8Array(100);
}

it('tells a person, and nobody else, how much of their download is written, to its last byte', async () => {
  const owner = await project(await person());
  const text = 'Moscow called for restraint.';
  const [documentId, codeId] = [await document(owner, { text }), await code(owner, { name: 'Calm' })];
  for (const quote of ['Moscow', 'called', 'restraint']) await coding(owner, { documentId, codeId, text, quote });
  const [own, others] = [await ear(owner.userId), await ear()];
  const wanted = { file: 'coded-passages.csv', selection: everything, flavour: 'exact' } as const;
  const response = await own.make((told) => exported(owner, { ...wanted, signal: told.signal, told }));
  const { length } = await response.bytes();
  await own.ended();
  expect(own.told.at(-1)).toEqual({ id: own.id, codings: 3, bytes: length, ended: { how: 'sent' } });
  expect(own.told.filter(({ ended }) => ended)).toHaveLength(1);
  expect(others.told).toEqual([]);
  own.stop();
  others.stop();
});

it('ends a download that nobody takes any of just now when its person says so, and no other’s', async () => {
  const own = await ear();
  const reader = (await own.ofPieces(endless())).body!.getReader();
  await reader.read();
  await stopDownload(randomUUID(), own.id);
  await stopDownload(own.userId, randomUUID());
  await listening();
  expect(own.told.filter(({ ended }) => ended)).toEqual([]);
  await stopDownload(own.userId, own.id);
  await own.ended();
  expect(own.told.at(-1)?.ended).toEqual({ how: 'stopped' });
  await expect(reader.read()).rejects.toThrow();
  own.stop();
});

it('says so when the browser takes no more of it, and lets go of what is being read', async () => {
  const own = await ear();
  let isLetGo = false;
  async function* held() {
    try {
      yield* endless();
    } finally {
      isLetGo = true;
    }
  }
  await (await own.ofPieces(held())).body!.cancel();
  await own.ended();
  expect([own.told.at(-1)?.ended, isLetGo]).toEqual([{ how: 'left' }, true]);
  own.stop();
});

it('gives the reason where a download breaks off on its way, or is refused before it begins', async () => {
  const sentence = 'A document was deleted while its codings were read. Please export again.';
  async function* broken() {
    for (let n = 0; n < 5; n++) yield new Uint8Array(100);
    throw new Refusal('conflict', sentence);
  }
  const onItsWay = await ear();
  await expect((await onItsWay.ofPieces(broken())).bytes()).rejects.toThrow(sentence);
  await onItsWay.ended();
  expect(onItsWay.told.at(-1)).toMatchObject({ bytes: 500, ended: { how: 'failed', why: sentence } });

  const before = await ear();
  await expect(before.make(() => Promise.reject(new Refusal('conflict', sentence)))).rejects.toThrow(sentence);
  await before.ended();
  expect(before.told.at(-1)).toMatchObject({ bytes: 0, ended: { how: 'failed', why: sentence } });

  const bug = await ear();
  await expect(bug.make(() => Promise.reject(new Error('select * from secret')))).rejects.toThrow('secret');
  await bug.ended();
  expect(bug.told.at(-1)?.ended).toEqual({ how: 'failed', why: null });
  for (const { stop } of [onItsWay, before, bug]) stop();
});
