import { randomUUID } from 'node:crypto';
import { startApp } from '@/bin/parts/app.mjs';
import { freePort } from '@/bin/parts/free-port.mjs';
import { db } from '@/lib/db';
import { changesAfter } from '@/lib/log/store';
import { code, document } from '@/prisma/builders';
import { expect, sessionToken, test } from './fixtures';

const text = Array.from({ length: 2_000 }, (_, i) => `word${i}`).join(' ');

type Request = { id: string; kind: 'coding.add'; body: { id: string; start: number } };

test('a server killed while people code has kept every coding it acknowledged, and a retry doubles none', async ({ owner }) => {
  const { who, member } = owner;
  const documentId = await document(member, { text });
  const codeId = await code(member, { name: 'Stability' });
  const cookie = `next-auth.session-token=${await sessionToken(who)}`;
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const environment = { ...process.env, NEXTAUTH_URL: address, NODE_OPTIONS: '' };
  let app = await startApp({ host: '127.0.0.1', port, environment });

  const requests: Request[] = Array.from({ length: 400 }, (_, i) => {
    const span = { start: i * 9, end: i * 9 + 5, quote: text.slice(i * 9, i * 9 + 5) };
    return { id: randomUUID(), kind: 'coding.add', body: { id: randomUUID(), documentId, codeId, ...span } };
  });
  const acknowledged = new Set<string>();

  /** Sends one coding; only a whole answer counts as an acknowledgement. */
  async function send(request: Request): Promise<void> {
    const url = `${address}/api/projects/${member.projectId}/changes`;
    const headers = { cookie, origin: address, 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify([request]) });
    const [answer] = (await response.json()) as { change?: { body: { coding: { id: string } } } }[];
    if (answer?.change) acknowledged.add(answer.change.body.coding.id);
  }

  async function sendAll(list: Request[], meanwhile?: () => void): Promise<void> {
    const waiting = [...list];
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await send(next).catch(() => {});
        if (acknowledged.size === 100) meanwhile?.();
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
  }

  try {
    await sendAll(requests, () => app.kill());
    await app.exited;
    expect(acknowledged.size).toBeGreaterThanOrEqual(100);
    expect(acknowledged.size).toBeLessThan(requests.length);

    app = await startApp({ host: '127.0.0.1', port, environment });
    const stored = await db().coding.findMany({ where: { projectId: member.projectId }, select: { id: true } });
    const ids = new Set(stored.map(({ id }) => id));
    expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);

    await sendAll(requests);
    const rows = await db().coding.findMany({ where: { projectId: member.projectId } });
    expect(rows.map(({ id }) => id).sort()).toEqual(requests.map(({ body }) => body.id).sort());
    for (const { start, end, quote } of rows) expect(text.slice(start, end)).toBe(quote);
    const log = await changesAfter(member.projectId, 0n, 10_000);
    expect(log.filter(({ change }) => change.kind === 'coding.add')).toHaveLength(requests.length);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => BigInt(i + 1)));
  } finally {
    await app.stop();
  }
});
