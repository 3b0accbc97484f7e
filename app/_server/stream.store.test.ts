import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { endSession, openSession } from '@/lib/accounts/sessions/store';
import { db } from '@/lib/db';
import type { Change } from '@/lib/log';
import { sealCursor } from '@/lib/log/cursor';
import { newestSeq, onChange } from '@/lib/log/store';
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
