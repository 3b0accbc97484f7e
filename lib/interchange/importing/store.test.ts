import { randomUUID } from 'node:crypto';
import { strToU8 } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { run } from '@/lib/door/store';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { sample, text } from '@/lib/testing/elsewhere';
import { bring, expectSound, held, hosts, seen } from '@/lib/testing/importing';
import { fromDatabase } from '@/lib/testing/snapshot';
import { change, code, coding, document } from '@/prisma/builders';
import { archive } from '../formats/archive';
import { refiProject } from '../formats/refi-project';
import { oneFile } from '../incoming';
import { memoryArchive } from '../memory-archive';
import { wholeFile } from '../testing/whole-file';
import { withContent } from './isolate';

useFreshDatabase();

let owner: Membership;
let ben: Membership;

beforeEach(async () => {
  ({ owner, ben } = await hosts());
});

describe('an import into a project where people work', () => {
  it('brings everything in as imported, under members and placeholders, in one change', async () => {
    const done = await bring(owner, await held(refiProject, await sample()), { people: { Ben: ben.userId } });
    expect(done.counts).toMatchObject({
      documents: 1,
      codes: 2,
      codings: 2,
      attributes: 1,
      placeholders: 1,
      finished: 0,
    });
    expect(await seen(owner)).toEqual(
      [
        ['restraint', 'Cleo', 'imported'],
        ['🧨 escalation', 'Ben', 'imported'],
      ].sort(),
    );
    const { members, documents } = await fromDatabase(owner);
    expect(members.find(({ name }) => name === 'Cleo')).toMatchObject({ role: 'viewer', placeholder: true });
    expect(documents[0]).toMatchObject({ title: 'Theirs', attributes: { speaker: 'Minister' } });
    expect(await db().change.count({ where: { projectId: owner.projectId, kind: 'project.import' } })).toBe(1);
    await expectSound(owner);
    await expectSound(ben);
  });

  it('joins what is here and overwrites nothing of it', async () => {
    const contents = await sample();
    const [documentId, codeId] = [
      await document(owner, { title: 'Ours', text }),
      await code(owner, { name: 'STABILITY', definition: 'Ours.' }),
    ];
    await coding(ben, { documentId, codeId, text, quote: 'restraint', memo: 'Mine.' });
    const before = await fromDatabase(owner);
    const done = await bring(owner, await held(refiProject, contents), { people: { Ben: ben.userId } });
    expect(done.counts).toMatchObject({ documents: 0, joinedDocuments: 1, codes: 1, joinedCodes: 1, codings: 2 });
    const after = await fromDatabase(owner);
    expect(after.documents).toEqual(before.documents);
    expect(after.codes.find(({ id }) => id === codeId)).toEqual(before.codes[0]);
    expect(after.codings.find(({ memo }) => memo === 'Mine.')).toEqual(before.codings[0]);
    await expectSound(owner);
  });

  it('gives new ids where they are taken, so that a file can come in twice beside itself', async () => {
    const content = await held(refiProject, await sample());
    await bring(owner, content);
    const again = await bring(owner, content, { codes: 'new', documents: 'new' });
    expect(again.counts).toMatchObject({ documents: 1, codes: 2, codings: 2 });
    const names = (await fromDatabase(owner)).codes.map(({ name }) => name).sort();
    expect(names).toEqual(['Calm', 'Calm', 'Stability', 'Stability (2)']);
    const onto = await bring(owner, content, {
      people: Object.fromEntries(
        (await fromDatabase(owner)).members.filter(({ placeholder }) => placeholder).map(({ name, id }) => [name, id]),
      ),
    });
    expect(onto.counts.codings + (onto.notes.some((note) => note.includes('already')) ? 0 : 99)).toBeLessThan(3);
    await expectSound(owner);
  });

  it('leaves nothing behind when it fails in the middle', async () => {
    const content = await held(refiProject, await sample());
    const [before, people] = [await fromDatabase(owner), await db().user.count({ where: { email: null } })];
    const breaking = {
      ...content,
      async *pieces() {
        yield* content.pieces();
        throw new Error('The disk is full.');
      },
    };
    await expect(bring(owner, breaking)).rejects.toThrow('The disk is full.');
    expect(await fromDatabase(owner)).toEqual(before);
    expect(await db().changePage.count({ where: { projectId: owner.projectId } })).toBe(0);
    expect(await db().user.count({ where: { email: null } })).toBe(people);
    await expectSound(owner);
  });

  it('holds each quote against the text that is stored', async () => {
    const contents = await sample();
    const [first, ...rest] = contents.codings;
    const moved = { ...contents, codings: [{ ...first!, start: first!.start + 1, end: first!.end + 1 }, ...rest] };
    await expect(bring(owner, await held(refiProject, moved))).rejects.toMatchObject({ code: 'unreadable' });
    expect((await fromDatabase(owner)).documents).toEqual([]);
  });

  it('wants to know who everybody is, and takes nobody who is no member', async () => {
    const content = await held(refiProject, await sample());
    await expect(bring(owner, content, { people: { Ben: randomUUID() } })).rejects.toMatchObject({ code: 'conflict' });
    const body = { source: 'x', codes: 'join', documents: 'join', people: [] };
    const asked = { id: randomUUID(), kind: 'project.import', body };
    await expect(run(owner, asked, content)).rejects.toMatchObject({ message: expect.stringContaining('who') });
    await expect(run(owner, asked)).rejects.toMatchObject({ message: expect.stringContaining('file') });
  });

  it('puts nothing on a document that is sealed, and finds another way for it', async () => {
    const documentId = await document(owner, { title: 'Ours', text });
    await change(owner, 'round.open', {
      id: randomUUID(),
      title: 'Pilot',
      documentIds: [documentId],
      coderIds: [ben.userId],
    });
    const content = await held(refiProject, await sample());
    await expect(bring(owner, content)).rejects.toMatchObject({ message: expect.stringContaining('round is open') });
    const done = await bring(owner, content, { documents: 'new' });
    expect(done.counts.documents).toBe(1);
    await expectSound(ben);
  });

  it('is asked again with one id and comes in once', async () => {
    const content = await held(refiProject, await sample());
    const people = content.about.people.map(({ id }) => ({ key: id, memberId: null }));
    const asked = {
      id: randomUUID(),
      kind: 'project.import',
      body: { source: 'x', codes: 'join', documents: 'join', people },
    };
    expect(await run(owner, asked, content)).toEqual(await run(owner, asked, content));
    expect((await fromDatabase(owner)).codings).toHaveLength(2);
  });
});

it('reads in a thread of its own and hands over the same pieces as often as they are asked for', async () => {
  const contents = await sample();
  const bytes = await wholeFile(archive.write!(memoryArchive(contents), 'exact'));
  await withContent(oneFile('study.zip', bytes), async (content) => {
    expect(content.about).toMatchObject({ title: 'Elsewhere', codings: 2, format: { name: 'archive' } });
    for (let time = 0; time < 2; time++) {
      const pieces = [];
      for await (const piece of content.pieces()) pieces.push('document' in piece ? 'document' : piece.codings.length);
      expect(pieces).toEqual(['document', 2]);
    }
    await bring(owner, content);
  });
  expect((await fromDatabase(owner)).codings).toHaveLength(2);
  await expectSound(owner);
  const broken = withContent(oneFile('x.qdpx', strToU8('PK no zip')), async () => null);
  await expect(broken).rejects.toMatchObject({ name: 'Refusal' });
});
