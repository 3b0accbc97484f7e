import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { maySee } from '@/lib/access';
import { readText } from '@/lib/documents/store';
import { anyText } from '@/lib/text/testing/any-text';
import { snap } from '@/lib/text';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';
import { countByCode, listCodings } from './store';

useFreshDatabase();

const text = 'one two three four five six';
const members: Membership[] = [];
const documents: string[] = [];
const codes: string[] = [];

beforeAll(async () => {
  const owner = await project(await person());
  members.push(owner, await joined(owner, await person(), 'coder'), await joined(owner, await person(), 'coder'));
  for (const name of ['a', 'b', 'c']) {
    documents.push(await document(owner, { title: name, text }));
    codes.push(await code(owner, { name }));
  }
  for (const by of members) {
    for (const documentId of documents) {
      for (const [i, quote] of ['one', 'three', 'six'].entries())
        await coding(by, { documentId, codeId: codes[i]!, text, quote });
    }
  }
});

it('decides in a query what maySee decides in memory, for every viewer and every set of sealed documents', async () => {
  const viewer = fc.nat(2);
  const sealedSet = fc.subarray([0, 1, 2]);
  await fc.assert(
    fc.asyncProperty(viewer, sealedSet, async (v, sealed) => {
      const seal = { viewerId: members[v]!.userId, sealedDocuments: sealed.map((d) => documents[d]!) };
      const { projectId } = members[0]!;
      const everything = { viewerId: seal.viewerId, sealedDocuments: [] };
      const all = await listCodings(projectId, everything, {});
      const expected = all.filter((each) => maySee(seal, each));
      expect(await listCodings(projectId, seal, {})).toEqual(expected);
      const counts = Object.fromEntries(codes.map((id) => [id, expected.filter(({ codeId }) => codeId === id).length]));
      expect(await countByCode(projectId, seal)).toEqual(
        Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0)),
      );
    }),
    { numRuns: 24 },
  );
});

it('keeps of any Unicode text any span’s quote exactly, through the database and back', async () => {
  const owner = members[0]!;
  await fc.assert(
    fc.asyncProperty(anyText(), fc.nat(), fc.nat(), async (raw, a, b) => {
      fc.pre(raw.trim() !== '');
      const documentId = await document(owner, { title: 'any', text: raw });
      const stored = (await readText(owner.projectId, documentId))!.text;
      const start = a % stored.length;
      const span = snap(stored, { start, end: Math.min(stored.length, start + 1 + (b % 40)) });
      const quote = stored.slice(span.start, span.end);
      const id = randomUUID();
      await change(owner, 'coding.add', { id, documentId, codeId: codes[0]!, ...span, quote });
      const seal = { viewerId: owner.userId, sealedDocuments: [] };
      const [read] = await listCodings(owner.projectId, seal, { documentIds: [documentId] });
      expect(read).toMatchObject({ id, ...span, quote });
    }),
    { numRuns: 40 },
  );
});

it('narrows by documents, codes, coders and layers together', async () => {
  const seal = { viewerId: members[0]!.userId, sealedDocuments: [] };
  const filter = {
    documentIds: [documents[1]!],
    codeIds: [codes[0]!, codes[2]!],
    coderIds: [members[2]!.userId],
    layers: ['coder'],
  };
  const found = await listCodings(members[0]!.projectId, seal, filter);
  expect(found.map(({ quote }) => quote)).toEqual(['one', 'six']);
  expect(await listCodings(members[0]!.projectId, seal, { ...filter, layers: ['consensus'] })).toEqual([]);
});
