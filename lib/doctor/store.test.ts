import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';
import { examine, examineAll } from './store';

useFreshDatabase();

const text = 'Order first. Bread and work, then peace.';
let owner: Membership;
let ben: Membership;
let ids: { documentId: string; codeId: string; codingId: string };

beforeEach(async () => {
  owner = await project(await person());
  ben = await joined(owner, await person(), 'coder');
  const [documentId, codeId] = [await document(owner, { text }), await code(owner, { name: 'Stability' })];
  const codingId = await coding(owner, { documentId, codeId, text, quote: 'Order' });
  await coding(ben, { documentId, codeId, text, quote: 'Bread' });
  ids = { documentId, codeId, codingId };
});

/** Does to the database what no code of ours can: its guards are off meanwhile. */
async function damage(statement: string): Promise<void> {
  await db().$transaction([db().$executeRawUnsafe('SET LOCAL session_replication_role = replica'), db().$executeRawUnsafe(statement)]);
}

async function faults(): Promise<string> {
  return (await examine(owner.projectId)).faults.join('\n');
}

it('finds nothing to say of a project that was worked on, sealed, opened again and partly taken back', async () => {
  const roundId = randomUUID();
  await change(ben, 'coding.edit', { id: await coding(ben, { ...ids, text, quote: 'work' }), set: { memo: 'Really?' } });
  await change(owner, 'round.open', { id: roundId, title: 'A round', documentIds: [ids.documentId], coderIds: [ben.userId] });
  await change(ben, 'finished.set', { documentId: ids.documentId, finished: true });
  await coding(ben, { ...ids, text, quote: 'peace' });
  expect(await faults()).toBe('');
  await change(owner, 'round.close', { id: roundId, reason: 'Done.' });
  await change(owner, 'coding.remove', { id: ids.codingId });
  await change(owner, 'code.delete', { id: ids.codeId });
  expect(await faults()).toBe('');
});

it('examines every project and names each', async () => {
  const titles: string[] = [];
  for await (const { title, faults: found } of examineAll()) titles.push(`${title}: ${found.length}`);
  expect(titles).toContain('A study: 0');
});

it.each([
  ['a coding that was never logged', () => `DELETE FROM coding WHERE id = '${ids.codingId}'`, /codings: 1 differ/],
  ['a quote that is not the slice', () => `UPDATE coding SET quote = 'Ordre' WHERE id = '${ids.codingId}'`, /quote other words/],
  ['a text that changed', () => `UPDATE document_text SET text = 'Ordre' || substr(text, 6)`, /fingerprint/],
  ['a change that is missing', () => `DELETE FROM change WHERE project_id = '${owner.projectId}' AND seq = 3`, /numbered 1 to/],
  ['a coding whose code is gone', () => `DELETE FROM code WHERE id = '${ids.codeId}'`, /coding without document, code or coder/],
  ['a code renamed behind the log’s back', () => `UPDATE code SET name = 'Chaos' WHERE id = '${ids.codeId}'`, /codes: 1 differ/],
])('finds %s', async (_, statement, expected) => {
  await damage(statement());
  expect(await faults()).toMatch(expected);
});
