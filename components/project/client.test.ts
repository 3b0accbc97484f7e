import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Coding } from '@/lib/codings';
import type { Code } from '@/lib/codebook';
import type { StateData } from '@/lib/door';
import type { Change, ChangeRequest } from '@/lib/log';
import { ProjectClient } from './client';

const code: Code = {
  ...{ id: 'c1', parentId: null, position: 0, name: 'Stability', color: '#000000', shortcut: 's', definition: '' },
  ...{ useWhen: '', avoidWhen: '', examples: [], version: 1, createdAt: '', archived: false },
};

const data: StateData = {
  viewerId: 'me',
  project: { id: 'p', title: '', description: '', codersEditDocuments: false, codersEditCodebook: false },
  ...{
    members: [],
    invitations: [],
    coderAttributes: [],
    documents: [],
    attributes: [],
    pairs: [],
    codes: [code],
    codebookVersion: 3,
  },
  ...{ codings: [], finished: [], rounds: [], reminders: [], settlements: [], comments: [] },
};

/** A server that can be told how to answer, and a stream that can be told what to say. */
class FakeServer {
  posts: ChangeRequest[][] = [];
  answer: (requests: ChangeRequest[]) => Response | Promise<Response> = (requests) =>
    Response.json(requests.map((request) => ({ id: request.id, change: this.accepted(request) })));
  stream: { onmessage: (event: { data: string; lastEventId: string }) => void } | null = null;

  accepted({ id, kind, body, undoes = null, step = null }: ChangeRequest): Change {
    const asked = body as Partial<Coding>;
    const made = { coderId: 'me', layer: 'coder', codebookVersion: 3, createdAt: 'server', updatedAt: 'server' };
    const logged: Record<string, unknown> = {
      'coding.add': { coding: { memo: '', ...asked, ...made } },
      'code.delete': { ids: [asked.id], version: 4 },
      'code.restore': { codes: [], version: 5 },
    };
    return { id, kind, actorId: 'me', at: 'server', body: logged[kind] ?? { coding: coding(asked.id!) }, undoes, step };
  }

  say(change: Change): void {
    this.stream!.onmessage({ data: JSON.stringify(change), lastEventId: 'later' });
  }
}

let server: FakeServer;
let stale: number;

beforeEach(() => {
  server = new FakeServer();
  stale = 0;
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    const requests = JSON.parse(body) as ChangeRequest[];
    server.posts.push(requests);
    return server.answer(requests);
  });
  vi.stubGlobal(
    'EventSource',
    class {
      constructor() {
        server.stream = this as never;
      }
      addEventListener() {}
      close() {}
    },
  );
  vi.stubGlobal('navigator', {}); // Tabs that cannot talk to each other: each listens for itself.
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function start(): ProjectClient {
  const client = new ProjectClient('p', { data, cursor: 'now', own: [] }, { stale: () => stale++, orphan: () => {} });
  client.connect();
  return client;
}

function coding(id: string, coderId = 'me'): Coding {
  const made = { layer: 'coder', memo: '', codebookVersion: 3, createdAt: 'server', updatedAt: 'server' } as const;
  return { id, documentId: 'd', codeId: 'c1', coderId, start: 0, end: 3, quote: 'abc', ...made };
}

function asked(id: string) {
  return { id, documentId: 'd', codeId: 'c1', start: 0, end: 3, quote: 'abc' };
}

function shown(client: ProjectClient): string[] {
  return [...client.getView().state.codings.values()].map(({ id }) => id).sort();
}

function others(kind: string, id: string): Change {
  return {
    id: `${kind} ${id}`,
    kind,
    actorId: 'ann',
    at: '',
    body: { coding: coding(id, 'ann') },
    undoes: null,
    step: null,
  };
}

it('shows a coding before the server has answered, and counts it as unsaved until then', async () => {
  const client = start();
  const sent = client.send('coding.add', asked('x'));
  expect([shown(client), client.getView().saving]).toEqual([['x'], { state: 'saving', unsaved: 1 }]);
  await sent;
  await vi.runAllTimersAsync();
  expect([shown(client), client.getView().saving]).toEqual([['x'], { state: 'saved', unsaved: 0 }]);
  expect(client.getView().state.codings.get('x')?.createdAt).toBe('server');
});

it('takes a refused coding back and hands on the server’s sentence', async () => {
  const client = start();
  server.answer = (requests) =>
    Response.json(requests.map(({ id }) => ({ id, refused: { code: 'conflict', message: 'Twice.' } })));
  await expect(client.send('coding.add', asked('x'))).rejects.toMatchObject({ code: 'conflict', message: 'Twice.' });
  expect([shown(client), client.getView().saving.unsaved]).toEqual([[], 0]);
});

it('keeps what it could not send, says so, and sends the very same change again', async () => {
  const client = start();
  const works = server.answer;
  server.answer = () => Promise.reject(new Error('no network'));
  const sent = client.send('coding.add', asked('x'));
  await vi.advanceTimersByTimeAsync(100);
  expect([shown(client), client.getView().saving]).toEqual([['x'], { state: 'offline', unsaved: 1 }]);
  server.answer = works;
  await vi.advanceTimersByTimeAsync(20_000);
  await sent;
  expect(new Set(server.posts.flat().map(({ id }) => id)).size).toBe(1);
  expect([shown(client), client.getView().saving.unsaved]).toEqual([['x'], 0]);
});

it('treats an answer of 500 as no answer at all', async () => {
  const client = start();
  const works = server.answer;
  server.answer = () => new Response('', { status: 500 });
  const sent = client.send('coding.add', asked('x'));
  await vi.advanceTimersByTimeAsync(100);
  expect(client.getView().saving).toEqual({ state: 'offline', unsaved: 1 });
  server.answer = works;
  await vi.advanceTimersByTimeAsync(20_000);
  await expect(sent).resolves.toMatchObject({ kind: 'coding.add' });
});

it('holds everything back when signed out, and loses none of it', async () => {
  const client = start();
  server.answer = () => new Response('{}', { status: 401 });
  void client.send('coding.add', asked('x'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([shown(client), client.getView().saving, server.posts.length]).toEqual([
    ['x'],
    { state: 'signed-out', unsaved: 1 },
    1,
  ]);
});

it('goes on saving once the person has signed in again and the page has asked anew', async () => {
  const client = start();
  const works = server.answer;
  server.answer = () => new Response('{}', { status: 401 });
  const sent = client.send('coding.add', asked('x'));
  await vi.advanceTimersByTimeAsync(100);
  server.answer = works;
  client.restart({ data, cursor: 'newer', own: [] });
  await expect(sent).resolves.toMatchObject({ kind: 'coding.add' });
  expect(client.getView().saving.unsaved).toBe(0);
});

it('changes nothing when its own change comes back over the stream', async () => {
  const client = start();
  const change = await client.send('coding.add', asked('x'));
  const before = shown(client);
  server.say(change);
  expect([shown(client), client.getView().history.undo.length]).toEqual([before, 1]);
});

it('applies others’ changes under the viewer’s unsaved ones', async () => {
  const client = start();
  server.answer = () => new Promise(() => {});
  void client.send('coding.add', asked('mine'));
  server.say(others('coding.add', 'theirs'));
  expect(shown(client)).toEqual(['mine', 'theirs']);
});

it('does not bring back what was removed while a document’s codings were on their way', () => {
  const client = start();
  server.say(others('coding.add', 'a'));
  server.say(others('coding.remove', 'a'));
  server.say(others('coding.add', 'b'));
  client.load('d', [coding('a', 'ann'), coding('old', 'ann')]);
  expect(shown(client)).toEqual(['b', 'old']);
});

it('shows, once a round has closed, what the server says and not what was heard before it opened', () => {
  const client = start();
  server.say(others('coding.add', 'gone meanwhile'));
  const round = {
    id: 'r',
    title: '',
    documentIds: ['d'],
    coderIds: [],
    codebookVersion: 1,
    openedAt: '',
    closedAt: null,
    reason: '',
  };
  server.say({ ...others('coding.add', 'x'), id: 'opening', kind: 'round.open', body: { round } });
  server.say({
    ...others('coding.add', 'x'),
    id: 'closing',
    kind: 'round.close',
    body: { id: 'r', reason: '', closedAt: 'now' },
  });
  client.load('d', [coding('revealed', 'ann')]);
  expect([stale, shown(client)]).toEqual([1, ['revealed']]);
});

it('undoes and does again, each as a change of its own that names what it takes back', async () => {
  const client = start();
  const added = await client.send('coding.add', asked('x'));
  await client.undo();
  expect(shown(client)).toEqual([]);
  await client.redo();
  expect(shown(client)).toEqual(['x']);
  const [, undone, redone] = server.posts.flat();
  expect([undone?.kind, undone?.undoes, redone?.kind, redone?.undoes]).toEqual([
    'coding.remove',
    added.id,
    'coding.restore',
    undone?.id,
  ]);
});

it('undoes what is still on its way, not what was saved before it', async () => {
  const client = start();
  await client.send('coding.add', asked('saved'));
  void client.send('coding.add', asked('on its way'));
  const undone = client.undo();
  await Promise.resolve();
  expect(shown(client)).toEqual(['saved']);
  await undone;
  expect(shown(client)).toEqual(['saved']);
  await Promise.all([client.undo(), client.undo()]);
  expect([shown(client), client.getView().history.undo]).toEqual([[], []]);
});

it('undoes what is on its way and cannot be foreseen, not what was done before it', async () => {
  const client = start();
  await client.send('coding.add', asked('saved'));
  void client.send('code.delete', { id: 'c' });
  await client.undo();
  expect(shown(client)).toEqual(['saved']);
  expect(server.posts.flat().at(-1)).toMatchObject({ kind: 'code.restore' });
});

it('lets a step stand whose undo was refused, and takes back the one before it next', async () => {
  const client = start();
  await client.send('coding.add', asked('x'));
  await client.send('coding.add', asked('y'));
  const yes = server.answer;
  server.answer = (requests) =>
    Response.json(
      requests.map(({ id }) => ({ id, refused: { code: 'conflict', message: 'Ann has changed it since.' } })),
    );
  await expect(client.undo()).rejects.toMatchObject({ message: 'Ann has changed it since.' });
  expect(shown(client)).toEqual(['x', 'y']);
  server.answer = yes;
  expect(await client.undo()).toBe(true);
  expect(shown(client)).toEqual(['y']);
  expect(await client.undo()).toBe(false);
  expect(await client.redo()).toBe(true);
  expect(shown(client)).toEqual(['x', 'y']);
});

it('asks for its state anew after a change of a kind it does not know', () => {
  start();
  server.say({ ...others('coding.add', 'a'), kind: 'coding.translate' });
  expect(stale).toBe(1);
});

it('sends the changes of one gesture together and takes them back together', async () => {
  const client = start();
  await client.sendStep(['x', 'y', 'z'].map((id) => ({ kind: 'coding.add', body: asked(id) })));
  expect([shown(client), server.posts.length]).toEqual([['x', 'y', 'z'], 1]);
  expect(new Set(server.posts.flat().map(({ step }) => step)).size).toBe(1);
  expect(client.getView().history.undo.length).toBe(1);
  await client.undo();
  expect(shown(client)).toEqual([]);
  await client.redo();
  expect(shown(client)).toEqual(['x', 'y', 'z']);
});

it('sends nothing more of a gesture once a part of it was refused, however long it is', async () => {
  const client = start();
  server.answer = (requests) =>
    Response.json(requests.map(({ id }) => ({ id, refused: { code: 'conflict', message: 'Twice.' } })));
  const many = Array.from({ length: 450 }, (_, n) => ({ kind: 'coding.add' as const, body: asked(`${n}`) }));
  await expect(client.sendStep(many)).rejects.toMatchObject({ message: 'Twice.' });
  expect([shown(client), client.getView().saving.unsaved, server.posts.length]).toEqual([[], 0, 1]);
});
