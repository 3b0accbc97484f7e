import { globSync } from 'node:fs';
import { can, roles, type Permission, type Role } from '@/lib/access';
import { db } from '@/lib/db';
import type { Membership } from '@/lib/projects/store';
import { joined, person, project, document, type Person } from '@/prisma/builders';
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
  expect(routeFiles().map(({ path }) => path).sort()).toEqual(Object.keys(routes).sort());
});

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const guarded: Route[] = routeFiles()
  .map(({ path, file }) => ({ path, api: file.endsWith('route.ts'), methods: [...methods], access: routes[path] ?? 'anyone' }))
  .filter(({ path, access }) => access !== 'anyone' && path.includes('[project]'));

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
    const response = await fetch(base + address(path), { method, headers, body, redirect: 'manual', signal: stop.signal });
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
