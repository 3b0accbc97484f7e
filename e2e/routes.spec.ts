import { execFile, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { z } from 'zod';
import { operations } from '@/app/_server/api/operations';
import { can, roles, type Permission, type Role } from '@/lib/access';
import { listCodes } from '@/lib/codebook/store';
import { db } from '@/lib/db';
import type { Membership } from '@/lib/projects/store';
import { revokeToken } from '@/lib/projects/tokens/store';
import { change, code, coding, joined, person, project, document, token, type Person } from '@/prisma/builders';
import { readableAddresses } from './crawl';
import { demoDocument, demoPerson, demoRound } from './demo';
import { expect, sessionToken, test } from './fixtures';
import { routes, type RouteAccess } from './routes';

type Route = { path: string; api: boolean; methods: string[]; access: RouteAccess };

const closed = { codersEditDocuments: false, codersEditCodebook: false };

/** The routes as the files under app/ say them: groups in brackets are no part of an address. */
function routeFiles(): { path: string; file: string }[] {
  return globSync('app/**/{page.tsx,route.ts}').map((file) => {
    const folder = file.replace(/^app/, '').replace(/\/(page\.tsx|route\.ts)$/, '');
    return { path: folder.replaceAll(/\/\([^)]*\)/g, '') || '/', file };
  });
}

test('every page and route is listed with who may call it, and nothing else is', () => {
  expect(
    routeFiles()
      .map(({ path }) => path)
      .sort(),
  ).toEqual(Object.keys(routes).sort());
});

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const guarded: Route[] = routeFiles()
  .map(({ path, file }) => ({
    path,
    api: file.endsWith('route.ts'),
    methods: [...methods],
    access: routes[path] ?? 'anyone',
  }))
  .filter(({ path, access }) => access !== 'anyone' && path.includes('[project]') && !path.startsWith('/api/v1/'));

test.describe('calls that are not allowed', () => {
  let owner: { who: Person; member: Membership };
  let documentId: string;
  const people = {} as Record<Role, Person>;
  let stranger: Person;

  test.beforeAll(async () => {
    const who = await person();
    owner = { who, member: await project(who) };
    documentId = await document(owner.member, { text: 'A secret statement.' });
    for (const role of roles) {
      people[role] = role === 'owner' ? who : await person();
      if (role !== 'owner') await joined(owner.member, people[role], role);
    }
    stranger = await person();
    await project(stranger);
  });

  function address(path: string): string {
    return path.replace('[project]', owner.member.projectId).replaceAll(/\[[^\]]+\]/g, documentId);
  }

  async function call(path: string, who: Person | null, method: string) {
    const base = process.env.NEXTAUTH_URL!;
    const cookie = who ? `next-auth.session-token=${await sessionToken(who)}` : '';
    const stop = new AbortController();
    const headers = { cookie, origin: base, 'content-type': 'application/json' };
    const body = method === 'GET' ? undefined : '[]';
    const response = await fetch(base + address(path), {
      method,
      headers,
      body,
      redirect: 'manual',
      signal: stop.signal,
    });
    const text = response.headers.get('content-type')?.includes('event-stream') ? '' : await response.text();
    stop.abort();
    return { status: response.status, location: response.headers.get('location'), text };
  }

  async function fingerprint(): Promise<string> {
    const { projectId } = owner.member;
    const { seq } = await db().project.findUniqueOrThrow({ where: { id: projectId } });
    const where = { projectId };
    const counts = [db().coding.count({ where }), db().document.count({ where }), db().code.count({ where })];
    return [seq, ...(await Promise.all(counts))].join();
  }

  for (const { path, api, methods: all, access } of guarded) {
    for (const method of api ? all : ['GET']) {
      test(`${method} ${path}: signed out, a stranger and lesser roles get nowhere and learn nothing`, async () => {
        const before = await fingerprint();
        const out = await call(path, null, method);
        if (out.status !== 405) {
          if (api) expect(out.status).toBe(401);
          else expect(out.location ?? out.text).toContain('/sign-in');
          const foreign = await call(path, stranger, method);
          expect(foreign.status).toBe(404);
          const nowhere = await callUnknownProject(path, stranger, method);
          expect(nowhere.status).toBe(404);
          if (api) expect(nowhere.text).toBe(foreign.text);
          for (const role of roles.filter((each) => !can(each, access as Permission, closed))) {
            const lesser = await call(path, people[role], method);
            expect([403, 404]).toContain(lesser.status);
            expect(lesser.text).not.toContain('secret statement');
          }
        }
        expect(out.text).not.toContain('secret statement');
        expect(await fingerprint()).toBe(before);
      });
    }
  }

  function callUnknownProject(path: string, who: Person, method: string) {
    return call(path.replace('[project]', '0198c0de-0000-7000-8000-000000000000'), who, method);
  }
});

test.describe('calls of scripts', () => {
  const scripts = Object.entries(routes).flatMap(([path, access]) => {
    if (access !== 'reading-token' && access !== 'writing-token') return [];
    return [{ path, method: access === 'reading-token' ? 'GET' : 'POST' }];
  });

  let owner: Membership;
  let ben: Person;
  let who: Person;
  let documentId: string;
  const dead: Record<string, string> = {};

  test.beforeAll(async () => {
    who = await person();
    owner = await project(who);
    documentId = await document(owner, { text: 'A secret statement.' });
    const { projectId } = owner;
    const [expired, revoked] = [randomUUID(), randomUUID()];
    dead.expired = await token(owner, { id: expired, scope: 'write' });
    await db().$executeRaw`UPDATE token SET expires_at = now() WHERE id = ${expired}::uuid`;
    dead.revoked = await token(owner, { id: revoked, scope: 'write' });
    await revokeToken(owner.userId, { projectId, id: revoked });
    ben = await person();
    dead['of one who was removed'] = await token(await joined(owner, ben, 'owner'), { scope: 'write' });
    await change(owner, 'member.remove', { userId: ben.id });
    dead['nobody’s'] = `concord_${'x'.repeat(43)}`;
    dead.none = '';
  });

  function asked(path: string, method: string, headers: Record<string, string>) {
    const address = path
      .replace('[project]', owner.projectId)
      .replace('[document]', documentId)
      .replace('[file]', 'documents.csv');
    const body = method === 'GET' ? null : JSON.stringify([{ id: randomUUID(), kind: 'document.add', body: {} }]);
    return fetch(process.env.NEXTAUTH_URL! + address, { method, headers, body, redirect: 'manual' });
  }

  for (const { path, method } of scripts) {
    test(`${method} ${path}: dead tokens, other projects’, cookies and tokens that may only read get nowhere`, async () => {
      for (const [which, secret] of Object.entries(dead)) {
        const answer = await asked(path, method, secret ? { authorization: `Bearer ${secret}` } : {});
        expect(answer.status, which).toBe(401);
        expect(answer.headers.get('www-authenticate'), which).toContain('Bearer');
        expect(await answer.text(), which).not.toContain('secret statement');
      }
      const cookie = {
        cookie: `next-auth.session-token=${await sessionToken(who)}`,
        origin: process.env.NEXTAUTH_URL!,
      };
      expect((await asked(path, method, cookie)).status).toBe(401);
      if (path.includes('[project]')) {
        const foreign = await token(await project(await person()), { scope: 'write' });
        const answer = await asked(path, method, { authorization: `Bearer ${foreign}` });
        expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
      }
      const reading = await asked(path, method, { authorization: `Bearer ${await token(owner)}` });
      expect(reading.status).toBe(method === 'GET' ? 200 : 403);
      await reading.text();
    });
  }

  test('an address that there is not, and a method that an address does not take, are refused as everything is', async () => {
    const authorization = `Bearer ${await token(owner, { scope: 'write' })}`;
    const ask = async (path: string, method: string, headers: Record<string, string> = {}) => {
      const answer = await fetch(process.env.NEXTAUTH_URL! + path, { method, headers });
      expect([path, method, answer.headers.get('content-type')]).toEqual([path, method, 'application/problem+json']);
      return {
        status: answer.status,
        allow: answer.headers.get('allow'),
        code: ((await answer.json()) as { code: string }).code,
      };
    };
    const nowhere = ['', '/project', `/projects/${owner.projectId}/coding`, `/projects/${owner.projectId}/codings/csv`];
    for (const path of nowhere) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        for (const headers of [{}, { authorization }] as Record<string, string>[])
          expect(await ask(`/api/v1${path}`, method, headers)).toMatchObject({ status: 404, code: 'not-found' });
      }
    }
    for (const { path, method } of scripts) {
      const address = path.replace('[project]', owner.projectId).replace(/\[\w+\]/, documentId);
      const allow = method === 'GET' ? 'GET, HEAD, OPTIONS' : 'POST, OPTIONS';
      expect(await ask(address, 'DELETE', { authorization })).toEqual({ status: 405, allow, code: 'method' });
    }
    expect(await ask('/api/v1/openapi.json', 'PUT')).toMatchObject({ status: 405, allow: 'GET, HEAD, OPTIONS' });
  });

  test('a token opens nothing but the API: no page, and no route that a page calls', async () => {
    const headers = { authorization: `Bearer ${await token(owner, { scope: 'write' })}` };
    const places = { project: owner.projectId, document: [documentId], round: [documentId], code: [documentId] };
    for (const address of readableAddresses(places).filter((each) => !each.startsWith('/api/v1/'))) {
      const answer = await fetch(process.env.NEXTAUTH_URL! + address, { headers, redirect: 'manual' });
      expect([address, address.startsWith('/api/') ? [401, 405].includes(answer.status) : true]).toEqual([
        address,
        true,
      ]);
      expect(await answer.text(), address).not.toContain('secret statement');
    }
  });

  test('every answer is what the description says of it, in a study with rounds, agreement and consensus', async () => {
    const { member } = await demoPerson('leyla');
    const { projectId } = member;
    const headers = { authorization: `Bearer ${await token(member)}` };
    const ids = { project: projectId, document: await demoDocument('briefing') };
    const get = (path: string) => fetch(process.env.NEXTAUTH_URL! + path, { headers });
    for (const { path, method, answer } of Object.values(operations)) {
      if (method !== 'GET' || 'mediaTypes' in answer) continue;
      const address = path.replace('[project]', ids.project).replace('[document]', ids.document);
      const response = await get(address);
      expect([address, response.status]).toEqual([address, 200]);
      const read = (answer as z.ZodType).safeParse(await response.json());
      expect(read.error?.issues ?? [], address).toEqual([]);
    }
    const closed = await get(`/api/v1/projects/${projectId}/agreement?round=${await demoRound(projectId)}&unit=word`);
    expect((operations.countAgreement.answer as z.ZodType).parse(await closed.json())).toMatchObject({ unit: 'word' });
    const wrong = await get(`/api/v1/projects/${projectId}/agreement?round=${randomUUID()}`);
    expect(await wrong.json()).toMatchObject({ status: 404, detail: expect.stringContaining('closed round') });
    const described = await fetch(`${process.env.NEXTAUTH_URL!}/api/v1/openapi.json`);
    expect(await described.json()).toMatchObject({ openapi: '3.1.1' });
    const known = { headers: { 'if-none-match': described.headers.get('etag')! } };
    expect((await fetch(`${process.env.NEXTAUTH_URL!}/api/v1/openapi.json`, known)).status).toBe(304);
  });

  const examples = [...readFileSync('docs/api.md', 'utf8').matchAll(/```(\w+)\n(# (.+)\n[\s\S]*?)```/g)].map(
    ([, language, code, title]) => ({ language, code: code!, title: title! }),
  );
  /** What runs each example, and what has to succeed for it to be there. */
  const programs: Record<string, { program: string; needs: string[] }> = {
    curl: { program: 'bash', needs: ['-c', 'curl --version'] },
    pandas: { program: 'python3', needs: ['-c', 'import pandas'] },
    Python: { program: 'python3', needs: ['--version'] },
    'Python, writing': { program: 'python3', needs: ['--version'] },
    R: { program: 'Rscript', needs: ['--version'] },
    httr2: { program: 'Rscript', needs: ['-e', 'library(httr2); library(readr)'] },
  };

  test('every example of docs/api.md is run', () => {
    expect(examples.map(({ title }) => title).sort()).toEqual(Object.keys(programs).sort());
  });

  for (const [title, { program, needs }] of Object.entries(programs)) {
    test(`the example “${title}” of docs/api.md runs as it is printed`, async () => {
      const { code: example } = examples.find((each) => each.title === title)!;
      const isThere = spawnSync(program, needs).status === 0;
      test.skip(!isThere, `${title} is not installed`);
      const codeId = await code(owner, { name: 'Calm' }).catch(async () => (await listCodes(owner.projectId))[0]!.id);
      const text = '🕊️ They asked for restraint, and for more restraint. Title: ' + title;
      const written = await document(owner, { text, title });
      await coding(owner, { documentId: written, codeId, text, quote: 'They asked' });
      const folder = mkdtempSync(join(tmpdir(), 'concord-example-'));
      const secret = await token(owner, { scope: title.includes('writing') ? 'write' : 'read' });
      const { projectId } = owner;
      const env = { CONCORD_URL: process.env.NEXTAUTH_URL!, CONCORD_PROJECT: projectId, CONCORD_TOKEN: secret };
      writeFileSync(join(folder, 'example'), example);
      const run = () => promisify(execFile)(program, ['example'], { cwd: folder, env: { ...process.env, ...env } });
      const { stdout } = await run();
      if (title === 'curl') expect(readFileSync(join(folder, 'passages.csv'), 'utf8')).toContain('They asked');
      else if (title === 'pandas') expect(stdout).toMatch(/Calm .*\d/);
      else if (title !== 'Python, writing') expect(stdout).toMatch(/[1-9]\d* (coded passages|decisions)/);
      else {
        await run();
        const quotes = await db().coding.findMany({ where: { projectId, documentId: written, quote: 'restraint' } });
        expect(quotes.map(({ start, end }) => text.slice(start, end))).toEqual(['restraint', 'restraint']);
      }
      rmSync(folder, { recursive: true });
    });
  }
});
