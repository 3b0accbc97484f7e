import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';
import { everything } from '../selection';
import { pageOfCodings } from './store';

useFreshDatabase();

const text = 'One two three four five six seven eight nine ten.';
const words = text.slice(0, -1).split(' ');
let owner: Membership;
let ben: Membership;
let parent: string;
let child: string;
let open: string;
let sealed: string;

beforeAll(async () => {
  owner = await project(await person());
  ben = await joined(owner, await person(), 'coder');
  parent = await code(owner, { name: 'Numbers' });
  child = await code(owner, { name: 'Small ones', parentId: parent });
  [open, sealed] = [await document(owner, { text }), await document(owner, { text })];
  for (const quote of words) await coding(ben, { documentId: open, codeId: child, text, quote });
  await coding(ben, { documentId: sealed, codeId: parent, text, quote: 'ten' });
  await coding(owner, { documentId: sealed, codeId: parent, text, quote: 'nine' });
});

async function all(by: Membership, most: number, selection = everything): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page = await pageOfCodings(by, { selection, after, most });
    expect(page.codings.length).toBeLessThanOrEqual(most);
    ids.push(...page.codings.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return ids;
}

it('brings every coding once, however long the pages are', async () => {
  const whole = await all(owner, 1_000);
  expect(whole).toHaveLength(words.length + 2);
  for (const most of [1, 3, whole.length, whole.length - 1]) expect(await all(owner, most)).toEqual(whole);
});

it('brings none twice and leaves none out that stays, while others come and go', async () => {
  const before = await all(owner, 1_000);
  const first = await pageOfCodings(owner, { selection: everything, after: null, most: 5 });
  const gone = first.codings.find(({ coderId, documentId }) => coderId === ben.userId && documentId === open)!;
  await change(ben, 'coding.remove', { id: gone.id });
  await coding(ben, { documentId: open, codeId: parent, text, quote: 'One two' });
  const rest = await pageOfCodings(owner, { selection: everything, after: first.next, most: 1_000 });
  const read = [...first.codings, ...rest.codings].map(({ id }) => id);
  expect(new Set(read).size).toBe(read.length);
  expect(before.filter((id) => !read.includes(id))).toEqual([]);
});

it('narrows as exports do', async () => {
  expect(await all(owner, 4, { ...everything, documents: [sealed] })).toHaveLength(2);
  expect(await all(owner, 4, { ...everything, codes: [parent], documents: [open] })).toHaveLength(words.length);
  expect(await all(owner, 4, { ...everything, codes: [parent], below: false, documents: [open] })).toHaveLength(1);
  expect(await all(owner, 4, { ...everything, coders: [owner.userId] })).toHaveLength(1);
});

it('leaves out what an open round seals, for everyone', async () => {
  await change(owner, 'round.open', {
    id: randomUUID(),
    title: 'Round',
    documentIds: [sealed],
    coderIds: [ben.userId],
  });
  for (const [by, others] of [
    [owner, ben],
    [ben, owner],
  ] as const) {
    const { codings } = await pageOfCodings(by, { selection: everything, after: null, most: 100 });
    expect(codings.filter(({ documentId }) => documentId === sealed).map(({ coderId }) => coderId)).toEqual([
      by.userId,
    ]);
    expect(codings.some(({ coderId, documentId }) => coderId === others.userId && documentId === sealed)).toBe(false);
  }
});
