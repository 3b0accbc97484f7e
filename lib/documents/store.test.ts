import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { checkTiling } from '@/lib/text';
import { anyText } from '@/lib/text/testing/any-text';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { change, document, person, project } from '@/prisma/builders';
import { listDocuments, quoteFault, readText, readUnits } from './store';

useFreshDatabase();

let owner: Membership;

beforeAll(async () => {
  owner = await project(await person());
});

it('stores a text with nothing altered but line ends and a leading byte order mark, and fingerprints it', async () => {
  const text = 'One.\nTwo – «три».\n\nچهار 👩‍👩‍👧 e\u0301';
  const id = await document(owner, { text: `\ufeff${text.replaceAll('\n', '\r\n')}` });
  expect((await readText(owner.projectId, id))?.text).toBe(text);
  const summary = (await listDocuments(owner.projectId)).find((each) => each.id === id);
  expect(summary).toMatchObject({ length: text.length, sha256: createHash('sha256').update(text).digest('hex') });
});

it('cuts any text into blocks that tile it and units that lie in it, and reads them back as they were', async () => {
  await fc.assert(
    fc.asyncProperty(anyText(), fc.constantFrom('text', 'markdown'), async (raw, format) => {
      fc.pre(raw !== '' && raw !== '\ufeff');
      const id = await document(owner, { text: raw, format: format as 'text' });
      const { text, blocks } = (await readText(owner.projectId, id))!;
      expect(checkTiling(text, blocks)).toBeNull();
      const levels = ['word', 'sentence', 'paragraph'] as const;
      const cut = await Promise.all(levels.map(async (level) => (await readUnits(owner.projectId, [id], level))[0]!.units[level]!));
      for (const unit of cut) {
        for (let i = 0; i < unit.length; i += 2) expect(text.slice(unit[i], unit[i + 1]).trim()).not.toBe('');
      }
    }),
    { numRuns: 60 },
  );
});

it('keeps the blocks that a reader found, and refuses those that do not fit the text', async () => {
  const text = 'Head\n\nWords 👊.';
  const head = { kind: 'heading', start: 0, end: 6, level: 2 } as const;
  const id = await document(owner, { text, blocks: [head, { kind: 'paragraph', start: 6, end: 15 }] });
  expect((await readText(owner.projectId, id))?.blocks).toEqual([head, { kind: 'paragraph', start: 6, end: 15 }]);
  const before = await listDocuments(owner.projectId);
  const unfit = [
    [head],
    [head, { kind: 'paragraph', start: 5, end: 15 }],
    [{ ...head, end: 13 }, { kind: 'paragraph', start: 13, end: 15 }],
  ] as const;
  for (const blocks of unfit) await expect(document(owner, { text, blocks: [...blocks] })).rejects.toThrow('The blocks do not fit the text.');
  expect(await listDocuments(owner.projectId)).toEqual(before);
});

it.each([
  ['NUL', 'before\0after'],
  ['half a surrogate pair', 'before\ud83dafter'],
])('refuses a text with %s in words that name the place, and keeps nothing of it', async (_, text) => {
  const before = await listDocuments(owner.projectId);
  await expect(document(owner, { text })).rejects.toMatchObject({ name: 'Refusal', message: expect.stringMatching(/line 1/) });
  expect(await listDocuments(owner.projectId)).toEqual(before);
});

it('tells direction and language from the text unless somebody says otherwise', async () => {
  const persian = await document(owner, { text: 'ایران از ثبات منطقه سخن می‌گوید و آن را مهم می‌داند.' });
  const told = await document(owner, { text: 'Short.', language: 'fr', direction: 'rtl' });
  const all = await listDocuments(owner.projectId);
  expect(all.find(({ id }) => id === persian)).toMatchObject({ language: 'fa', direction: 'rtl' });
  expect(all.find(({ id }) => id === told)).toMatchObject({ language: 'fr', direction: 'rtl' });
});

it('takes only attributes that the project defines', async () => {
  await expect(document(owner, { text: 'x', attributes: { speaker: 'A' } })).rejects.toThrow('no attribute “speaker”');
  await change(owner, 'attribute.set', { id: randomUUID(), key: 'speaker', name: 'Speaker', type: 'text', options: [], position: 0 });
  const id = await document(owner, { text: 'x', attributes: { speaker: 'A' } });
  expect((await listDocuments(owner.projectId)).find((each) => each.id === id)?.attributes).toEqual({ speaker: 'A' });
});

it('finds a drifted quote, and no fault in a true one', async () => {
  const id = await document(owner, { text: 'A short text.' });
  expect(await quoteFault(owner.projectId, id, { start: 2, end: 7, quote: 'short' })).toBeNull();
  expect(await quoteFault(owner.projectId, id, { start: 2, end: 7, quote: 'Short' })).toMatch(/./);
});
