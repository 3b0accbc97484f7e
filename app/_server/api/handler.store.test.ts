import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { formatNamed } from '@/lib/interchange/formats';
import { everything } from '@/lib/interchange';
import { openArchive } from '@/lib/interchange/store';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase as ownDatabase } from '@/lib/testing/database';
import { code, coding, document, joined, person, project, token } from '@/prisma/builders';
import { GET as download } from '@/app/api/v1/projects/[project]/codings.csv/route';
import {
  GET as codings,
  OPTIONS as options,
  PATCH as patchCodings,
} from '@/app/api/v1/projects/[project]/codings/route';
import { GET as projects } from '@/app/api/v1/projects/route';
import { POST as changes } from '@/app/api/v1/projects/[project]/changes/route';
import { DELETE as deleteNothing, GET as nothing } from '@/app/api/v1/[[...unknown]]/route';
import { problem } from './problem';

ownDatabase();

const text = 'Moscow called for restraint. It warned of escalation.';
let owner: Membership;
let viewer: Membership;
let documentId: string;
let codeId: string;

beforeAll(async () => {
  process.env.CONCORD_CURSOR_KEY = 'a key of more than thirty-two characters';
  owner = await project(await person(), 'Statements');
  viewer = await joined(owner, await person(), 'viewer');
  [documentId, codeId] = [await document(owner, { text }), await code(owner, { name: 'Calm' })];
  await coding(owner, { documentId, codeId, text, quote: 'restraint' });
});
beforeEach(() => {
  for (const name of ['concordLimits', 'concordDownloads']) Reflect.deleteProperty(globalThis, name);
});

type Route = typeof codings;
type Call = { secret?: string; query?: string; body?: unknown; projectId?: string; from?: string };

async function call(route: Route, { secret, query = '', body, projectId = owner.projectId, from = '192.0.2.1' }: Call) {
  const headers = new Headers({ 'x-forwarded-for': from });
  if (secret !== undefined) headers.set('authorization', `Bearer ${secret}`);
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const request = new Request(`http://localhost/api/v1/anything${query}`, { ...init, headers });
  const response = await route(request, { params: Promise.resolve({ project: projectId }) });
  const answer = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { response, status: response.status, answer: isJson ? JSON.parse(answer) : answer };
}

const noToken = `concord_${'A'.repeat(43)}`;
const newCode = {
  parentId: null,
  color: '#1c7ed6',
  shortcut: null,
  definition: '',
  useWhen: '',
  avoidWhen: '',
  examples: [],
};
const added = (name: string) => ({ id: randomUUID(), kind: 'code.add', body: { ...newCode, id: randomUUID(), name } });

it('answers what is refused as RFC 9457 has it, with a challenge where a token is missing or dead', async () => {
  for (const secret of [undefined, '', 'something', 'concord_short', noToken]) {
    const { response, status, answer } = await call(projects, { secret });
    expect([status, response.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm="Concord"/);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(problem.parse(answer)).toMatchObject({ status: 401, title: 'Unauthorized' });
  }
});

it('says so when a token has expired', async () => {
  const id = randomUUID();
  const secret = await token(owner, { id });
  await db().$executeRaw`UPDATE token SET expires_at = now() WHERE id = ${id}::uuid`;
  expect((await call(projects, { secret })).answer.detail).toContain('has expired');
});

it('knows no project but the token’s', async () => {
  const secret = await token(owner, { scope: 'write' });
  const elsewhere = await project(await person());
  for (const projectId of [elsewhere.projectId, randomUUID(), 'nonsense']) {
    for (const route of [codings, download]) expect((await call(route, { secret, projectId })).status).toBe(404);
    const { status, answer } = await call(changes, { secret, projectId, body: [added('Anger')] });
    expect([status, answer.detail]).toEqual([404, 'There is no such project, or this token is for another one.']);
  }
  expect((await call(projects, { secret })).answer.projects).toMatchObject([
    { id: owner.projectId, title: 'Statements' },
  ]);
});

it('takes changes by the same door, with a token that may write, and answers each', async () => {
  const [secret, reading] = [await token(owner, { scope: 'write' }), await token(owner)];
  expect(await call(changes, { secret: reading, body: [added('Fear')] })).toMatchObject({
    status: 403,
    answer: { code: 'scope' },
  });
  const [fear, nonsense] = [added('Fear'), { id: randomUUID(), kind: 'code.add', body: { name: 'x' } }];
  const { status, answer } = await call(changes, { secret, body: [fear, nonsense, fear] });
  expect(status).toBe(200);
  expect(answer).toMatchObject([
    { id: fear.id, change: { kind: 'code.add', actorId: owner.userId } },
    { id: nonsense.id, refused: { code: 'invalid', message: expect.stringContaining('id') } },
    { id: fear.id, change: { kind: 'code.add' } },
  ]);
  expect(await db().code.count({ where: { projectId: owner.projectId, name: 'Fear' } })).toBe(1);
  expect(await call(changes, { secret, body: { kind: 'code.add' } })).toMatchObject({
    status: 400,
    answer: { code: 'invalid' },
  });
});

it('lets a token do no more than its person, and never manage people or the project', async () => {
  const refused = { refused: { code: 'forbidden' } };
  const viewers = await call(changes, { secret: await token(viewer, { scope: 'write' }), body: [added('Pride')] });
  expect(viewers.answer).toMatchObject([refused]);
  const forPeople = [
    ['project.edit', { set: { title: 'Mine' } }],
    ['project.delete', { title: 'Statements' }],
    ['invitation.make', { id: randomUUID(), tokenHash: 'a'.repeat(64), role: 'owner', note: '' }],
    ['member.role', { userId: viewer.userId, role: 'owner' }],
    ['password-link.make', { id: randomUUID(), userId: viewer.userId, tokenHash: 'a'.repeat(64) }],
  ].map(([kind, body]) => ({ id: randomUUID(), kind, body }));
  const owners = await call(changes, { secret: await token(owner, { scope: 'write' }), body: forPeople });
  expect(owners.answer).toMatchObject(forPeople.map(() => refused));
});

it('refuses a parameter that it does not know or cannot read, rather than leave it out', async () => {
  const secret = await token(owner);
  for (const [query, words] of [
    [
      `?documents=${documentId}`,
      'There is no parameter “documents” here. There are: code, below, coder, document, where, layer, after, limit.',
    ],
    ['?limit=0', 'limit: '],
    ['?limit=1&limit=2', 'limit may be given once.'],
    ['?code=calm', 'code.0: '],
    ['?after=1', 'after: '],
    ['?where=speaker', 'where.0: '],
    ['?where=speaker:Orlov', 'no attribute “speaker”'],
  ] as const) {
    const { status, answer } = await call(codings, { secret, query });
    expect([query, status]).toEqual([query, 400]);
    expect(answer.detail).toContain(words);
  }
  expect((await call(codings, { secret, query: `?document=${documentId}&limit=1` })).answer.codings).toHaveLength(1);
});

it('streams the same bytes as the export page', async () => {
  const { response, answer } = await call(download, { secret: await token(viewer) });
  const archive = await openArchive(viewer, { selection: everything, signal: new AbortController().signal });
  const pieces: Uint8Array[] = [];
  for await (const piece of formatNamed('coded-passages.csv')!.write(archive, 'exact')) pieces.push(piece);
  expect(answer).toBe(Buffer.concat(pieces).toString());
  expect(response.headers.get('content-type')).toContain('text/csv');
});

it('says which methods an address takes, and that there is no such address, in the form of every refusal', async () => {
  const wrong = await call(patchCodings, { secret: await token(owner), body: {} });
  expect(wrong.response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  expect(problem.parse(wrong.answer)).toMatchObject({
    status: 405,
    code: 'method',
    detail: expect.stringContaining('It takes GET.'),
  });
  expect((await call(options, {})).response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  for (const route of [nothing, deleteNothing]) {
    const { response, answer } = await call(route, {});
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(problem.parse(answer)).toMatchObject({ status: 404, code: 'not-found' });
  }
});

function begin(secret: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${secret}`, 'x-forwarded-for': '192.0.2.1' };
  const request = new Request('http://localhost/api/v1/anything', { ...init, headers });
  return download(request, { params: Promise.resolve({ project: owner.projectId }) });
}

it('sends one token two files at a time, and the next when one of them has ended in whatever way', async () => {
  const [secret, other] = [await token(owner), await token(owner)];
  const leaving = new AbortController();
  const [first] = [await begin(secret), await begin(secret, { signal: leaving.signal })];
  const third = await begin(secret);
  expect([third.status, Number(third.headers.get('retry-after'))]).toEqual([429, 10]);
  expect(problem.parse(await third.json())).toMatchObject({
    code: 'limit',
    detail: expect.stringContaining('2 files'),
  });
  expect((await call(projects, { secret })).status).toBe(200);
  const others = await begin(other);
  expect(others.status).toBe(200);
  await others.body!.cancel();

  expect(await first.text()).toContain('restraint');
  const afterEnd = await begin(secret);
  expect([afterEnd.status, (await begin(secret)).status]).toEqual([200, 429]);
  await afterEnd.body!.cancel();
  const afterCancel = await begin(secret);
  expect([afterCancel.status, (await begin(secret)).status]).toEqual([200, 429]);
  leaving.abort();
  const afterLeaving = await begin(secret);
  expect(afterLeaving.status).toBe(200);
  for (const { body } of [afterCancel, afterLeaving]) await body!.cancel();
});

it('holds nothing for a HEAD, which nobody reads to its end', async () => {
  const secret = await token(owner);
  for (let n = 0; n < 6; n++) {
    const answer = await begin(secret, { method: 'HEAD' });
    expect([answer.status, answer.body]).toEqual([200, null]);
  }
  expect(await (await begin(secret)).text()).toContain('restraint');
});

it('turns away one token that asks too much, with the seconds to wait, and lets others on', async () => {
  const [hasty, other] = [await token(owner), await token(owner)];
  let last = await call(projects, { secret: hasty });
  for (let n = 1; n < 700 && last.status === 200; n++) last = await call(projects, { secret: hasty });
  expect(last).toMatchObject({ status: 429, answer: { code: 'limit' } });
  expect(Number(last.response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await call(projects, { secret: other })).status).toBe(200);
});

it('turns away an address that tries dead tokens, and lets on who was seen there with one that works', async () => {
  const [known, unknown] = [await token(owner), await token(owner)];
  const from = '203.0.113.9';
  expect((await call(projects, { secret: known, from })).status).toBe(200);
  let last = await call(projects, { secret: noToken, from });
  for (let n = 1; n < 200 && last.status === 401; n++) last = await call(projects, { secret: noToken, from });
  expect(last.status).toBe(429);
  expect((await call(projects, { secret: unknown, from })).status).toBe(429);
  expect((await call(projects, { secret: known, from })).status).toBe(200);
  expect((await call(projects, { secret: unknown, from: '198.51.100.1' })).status).toBe(200);
});
