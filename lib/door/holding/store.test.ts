import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { code, document, joined, person, project } from '@/prisma/builders';
import { run, runAll } from '../store';

useFreshDatabase();

const text = 'Moscow called for restraint. It warned of escalation.';
let owner: Membership;
let ben: Membership;
let put: (start: number) => ReturnType<typeof asked>;

beforeEach(async () => {
  owner = await project(await person());
  ben = await joined(owner, await person(), 'coder');
  const [documentId, codeId] = [await document(owner, { text }), await code(owner, { name: 'Calm' })];
  put = (start) =>
    asked({ id: randomUUID(), documentId, codeId, start, end: start + 6, quote: text.slice(start, start + 6) });
});

function asked(body: unknown) {
  return { id: randomUUID(), kind: 'coding.add', body };
}

/** Holds a project as an import does, until the returned function is called. */
async function hold({ projectId }: Membership): Promise<() => Promise<void>> {
  const [isHeld, end] = [gate(), gate()];
  const whole = db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM project WHERE id = ${projectId}::uuid FOR UPDATE`;
    isHeld.open();
    await end.opened;
  });
  await isHeld.opened;
  return async () => {
    end.open();
    await whole;
  };
}

function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

const busy = { name: 'Refusal', code: 'busy', message: expect.stringContaining('such as an import') };

it('does not keep a change waiting for ever where a large one holds the project; sent again afterwards it is made, once', async () => {
  const letGo = await hold(owner);
  const first = put(0);
  await expect(run(ben, first)).rejects.toMatchObject(busy);
  await letGo();
  await run(ben, first);
  await run(ben, first);
  expect(await db().coding.count({ where: { projectId: owner.projectId } })).toBe(1);
});

it('lets one change try while a project is held, and goes on with other projects', async () => {
  const elsewhere = await project(await person());
  const letGo = await hold(owner);
  await expect(run(ben, put(0))).rejects.toMatchObject(busy);
  const tries = Promise.allSettled(Array.from({ length: 12 }, (_, n) => run(ben, put(n))));
  await code(elsewhere, { name: 'Unheld' });
  for (const each of await tries) expect(each).toMatchObject({ status: 'rejected', reason: busy });
  await letGo();
  await run(ben, put(0));
  expect((await Promise.allSettled([1, 2, 3].map((n) => run(ben, put(n))))).map(({ status }) => status)).toEqual(
    Array(3).fill('fulfilled'),
  );
});

it('answers a list of changes as a whole or not at all: none is taken for refused because the project was held', async () => {
  const letGo = await hold(owner);
  const list = [put(0), put(7)];
  await expect(runAll(ben, list)).rejects.toMatchObject(busy);
  await letGo();
  expect((await runAll(ben, list)).map((answer) => 'recorded' in answer)).toEqual([true, true]);
});
