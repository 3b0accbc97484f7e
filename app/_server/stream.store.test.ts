import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { endSession, openSession } from '@/lib/accounts/sessions/store';
import { db } from '@/lib/db';
import type { Change } from '@/lib/log';
import { sealCursor } from '@/lib/log/cursor';
import { newestSeq, onChange } from '@/lib/log/store';
import { announce } from '@/lib/projects/presence/store';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase as ownDatabase } from '@/lib/testing/database';
import { change, code, document, joined, person, project } from '@/prisma/builders';
import { openStream, readAfter } from './stream';

ownDatabase();
process.env.CONCORD_CURSOR_KEY ??= 'a key of thirty-two characters, or more';

type Page = { changes: { change: Change }[]; next: string; more: boolean };

async function read(by: Membership, after: string): Promise<Page> {
  return (await (await readAfter(asking(after), signedIn(by))).json()) as Page;
}

function asking(after: string): Request {
  return new Request(`http://localhost/?${new URLSearchParams({ after }).toString()}`);
}

function signedIn(by: Membership, sessionId: string = randomUUID()) {
  return { ...by, account: { id: by.userId, email: '', name: '', sessionVersion: 0, sessionId }, params: {} };
}

it('reads on from a place without telling how much was done under the seal, and gives everything else once', async () => {
  const owner = await project(await person());
  const [ben, cem] = [await joined(owner, await person(), 'coder'), await joined(owner, await person(), 'coder')];
  const documentId = await document(owner, { text: 'x'.repeat(2_000) });
  const codeId = await code(owner, { name: 'Stability' });
  await change(owner, 'round.open', { id: randomUUID(), title: 'Pilot', documentIds: [documentId], coderIds: [ben.userId, cem.userId] });
  const { seq } = await db().project.findUniqueOrThrow({ where: { id: owner.projectId } });
  const place = sealCursor(owner.projectId, seq);
  const quiet = await read(ben, place);
  for (let start = 0; start < 510; start++) {
    await change(cem, 'coding.add', { id: randomUUID(), documentId, codeId, start, end: start + 1, quote: 'x' });
  }
  const busy = await read(ben, place);
  expect([busy.changes, busy.more]).toEqual([quiet.changes, quiet.more]);
  await change(owner, 'project.edit', { set: { title: 'Renamed' } });
  expect((await read(ben, place)).changes.map((each) => each.change.kind)).toEqual(['project.edit']);

  const first = await read(cem, place);
  const second = await read(cem, first.next);
  expect([first.changes.length, first.more, second.changes.length, second.more]).toEqual([500, true, 11, false]);
});

it('keeps quiet to a reader who has gone without a word', async () => {
  const beats: (() => void)[] = [];
  vi.spyOn(globalThis, 'setInterval').mockImplementation(((beat: () => void) => void beats.push(beat)) as never);
  const owner = await project(await person());
  const stream = openStream(asking(sealCursor(owner.projectId, 0n)), signedIn(owner)).body!.getReader();
  await stream.read();
  await stream.cancel();
  expect(beats).toHaveLength(1);
  expect(beats[0]).not.toThrow();
  vi.restoreAllMocks();
});

it('ends with its session at once, without waiting to look by itself, and leaves the person’s other streams open', async () => {
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((() => 0) as never);
  const owner = await project(await person());
  const account = await db().user.findUniqueOrThrow({ where: { id: owner.userId } });
  const [here, there] = [await openSession(account, origin), await openSession(account, origin)];
  const start = sealCursor(owner.projectId, await newestSeq(owner.projectId));
  const [one, other] = [here, there].map((session) => openStream(asking(start), signedIn(owner, session!)).body!.getReader());
  for (const stream of [one!, other!]) await stream.read();
  await listening();
  await endSession(owner.userId, there!);
  expect(await rest(other!)).toContain('event: ended');
  await change(owner, 'project.edit', { set: { title: 'Renamed' } });
  expect(new TextDecoder().decode((await one!.read()).value)).toContain('project.edit');
  await one!.cancel();
  vi.restoreAllMocks();
});

const origin = { agent: '', address: '' };

/** Everything a stream says until it ends. */
async function rest(stream: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  let said = '';
  for (let next = await stream.read(); !next.done; next = await stream.read()) said += new TextDecoder().decode(next.value);
  return said;
}

/** Resolves when this process hears what the database notifies. */
async function listening(): Promise<void> {
  const heard = new Promise<void>((done) => {
    const stop = onChange('a test', () => (stop(), done()));
  });
  const call = setInterval(() => void db().$queryRaw`SELECT pg_notify('change', 'a test')::text`.catch(() => {}), 50);
  await heard;
  clearInterval(call);
}

/** A stream of somebody who has just signed in, from the beginning of the log on. */
async function streamOf(by: Membership): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const session = await openSession(await db().user.findUniqueOrThrow({ where: { id: by.userId } }), origin);
  return openStream(asking(sealCursor(by.projectId, 0n)), signedIn(by, session!)).body!.getReader();
}

/** Follows the project as `by` and gives what it says of presence, one line after the other. */
async function presenceOf(by: Membership) {
  const reader = await streamOf(by);
  let text = '';
  const said = () => [...text.matchAll(/^event: presence\ndata: (.*)$/gm)].map(([, data]) => JSON.parse(data!) as unknown);
  const reading = (async () => {
    for (let next = await reader.read(); !next.done; next = await reader.read())
      text += new TextDecoder().decode(next.value);
  })();
  const stop = async () => {
    await reader.cancel();
    await reading;
  };
  return { said, stop, opened: () => vi.waitFor(() => expect(text).toContain('document.add'), 5_000) };
}

it('says who is in which document, except under the seal, and everything anew once the seal is gone', async () => {
  const owner = await project(await person());
  const [ben, cem] = [await joined(owner, await person(), 'coder'), await joined(owner, await person(), 'viewer')];
  const [first, second] = [await document(owner, { text: 'A text.' }), await document(owner, { text: 'Another.' })];
  const round = { id: randomUUID(), title: 'Pilot', documentIds: [second], coderIds: [ben.userId] };
  await change(owner, 'round.open', round);
  const [page, other] = [randomUUID(), randomUUID()];
  const streams = [await presenceOf(owner), await presenceOf(cem), await presenceOf(ben)] as const;
  await Promise.all(streams.map(({ opened }) => opened()));

  const there = (documentId: string) => ({ documentId, userId: ben.userId });
  await announce(owner.projectId, { ...there(second), page, here: true });
  await announce(owner.projectId, { ...there(first), page: other, here: true });
  await vi.waitFor(() => expect(streams[0].said()).toEqual([[there(first)]]), 5_000);
  await announce(owner.projectId, { ...there(first), page: other, here: false });
  await vi.waitFor(() => expect(streams[0].said().at(-1)).toEqual([]), 5_000);
  expect(streams[1].said()).toEqual(streams[0].said());
  await change(owner, 'round.close', { id: round.id, reason: 'Enough is coded.' });
  await vi.waitFor(() => expect(streams[0].said().at(-1)).toEqual([there(second)]), 5_000);
  expect(streams[2].said(), 'nobody is told of themselves').toEqual([]);
  await Promise.all(streams.map(({ stop }) => stop()));
});

it('refuses to say that somebody is in a document of another project, or in none', async () => {
  const [owner, stranger] = [await project(await person()), await project(await person())];
  const documentId = await document(owner, { text: 'A text.' });
  const sign = { documentId, userId: stranger.userId, page: randomUUID(), here: true };
  await expect(announce(stranger.projectId, sign)).rejects.toThrow('There is no such document');
});

it('ends with the membership, before anything that was done after it', async () => {
  const owner = await project(await person());
  const ben = await joined(owner, await person(), 'coder');
  const stream = await streamOf(ben);
  await stream.read();
  await change(owner, 'member.remove', { userId: ben.userId });
  await document(owner, { text: 'Said after he had gone.', title: 'Unheard' });
  const said = await rest(stream);
  expect(said).toContain('event: ended');
  expect(said).not.toContain('Unheard');
});
