import { randomUUID } from 'node:crypto';
import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { examine } from '@/lib/doctor/store';
import { db } from '@/lib/db';
import { run, runInNewProject } from '@/lib/door/store';
import { readUnits } from '@/lib/documents/store';
import { readWork } from '@/lib/agreement/store';
import { findMembership, type Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { comparable, fromDatabase, fromLog } from '@/lib/testing/snapshot';
import { change, code, coding, document, joined, person, project, type Person } from '@/prisma/builders';
import { stateOf } from '@/lib/door';
import { guidOf } from '../guid';
import { archive as archiveFormat } from '../formats/archive';
import { refiProject } from '../formats/refi-project';
import type { Format } from '../formats/format';
import { oneFile } from '../incoming';
import { gathered, memoryArchive, type Contents } from '../memory-archive';
import { everything } from '..';
import { openArchive } from '../store';
import { anyContents } from '../testing/any-contents';
import { wholeFile } from '../testing/whole-file';
import type { ImportChoices, ProjectImported } from './changes';
import type { Content } from './content';
import { withContent } from './isolate';
import { aboutOf, piecesOf } from './pieces';
import { projectIn } from './preview';

useFreshDatabase();

const text = 'Moscow called for restraint. It warned of 🧨 escalation, and blamed Washington for all of it.';
let olga: Person;
let owner: Membership;
let ben: Membership;

beforeEach(async () => {
  olga = await person({ name: 'Olga' });
  owner = await project(olga);
  ben = await joined(owner, await person({ name: 'Ben' }), 'coder');
});

/** A project of one document by Ben and Cleo, as another program would send it. */
async function sample(): Promise<Contents> {
  const them = await project(await person({ name: 'Cleo' }), 'Elsewhere');
  const other = await joined(them, await person({ name: 'Ben' }), 'coder');
  await change(them, 'attribute.set', {
    id: randomUUID(),
    key: 'speaker',
    name: 'Speaker',
    type: 'text',
    options: [],
    position: 0,
  });
  const documentId = await document(them, { title: 'Theirs', text, attributes: { speaker: 'Minister' } });
  const top = await code(them, { name: 'Stability', shortcut: 's' });
  const below = await code(them, { name: 'Calm', parentId: top });
  await coding(them, { documentId, codeId: top, text, quote: 'restraint', memo: 'As said.' });
  await coding(other, { documentId, codeId: below, text, quote: '🧨 escalation' });
  await change(other, 'finished.set', { documentId, finished: true });
  const signal = new AbortController().signal;
  return gathered(await openArchive(them, { selection: everything, signal }));
}

/** Content as a thread would hold it, without one. */
async function held(format: Format, contents: Contents): Promise<Content> {
  const reading = { archive: memoryArchive(contents), notes: [] };
  return { about: await aboutOf(format, reading), pieces: () => piecesOf(reading.archive) };
}

type Deciding = Partial<Omit<ImportChoices, 'people'>> & { people?: Record<string, string> };

async function bring(by: Membership, content: Content, { people = {}, ...rest }: Deciding = {}) {
  const named = content.about.people.map(({ id, name }) => ({ key: id, memberId: people[name] ?? null }));
  const body: ImportChoices = { source: 'theirs.qdpx', codes: 'join', documents: 'join', people: named, ...rest };
  const { change: made } = await run(by, { id: randomUUID(), kind: 'project.import', body }, content);
  return { id: made.id, ...(made.body as ProjectImported) };
}

async function expectSound(by: Membership): Promise<void> {
  expect((await examine(by.projectId)).faults).toEqual([]);
  expect(comparable(await fromLog(by))).toEqual(comparable(stateOf(await fromDatabase(by))));
}

const seen = async (by: Membership) => {
  const { codings, members } = await fromDatabase(by);
  const name = (id: string) => members.find((each) => each.id === id)!.name;
  return codings.map(({ quote, coderId, layer }) => [quote, name(coderId), layer]).sort();
};

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

describe('an archive that becomes a project', () => {
  const remake = async (content: Content) => {
    const people = content.about.people.map(({ id }) => ({ key: id, memberId: null }));
    const body = { source: 'archive.zip', codes: 'join', documents: 'join', people };
    const request = { id: randomUUID(), kind: 'project.import' as const, body };
    const { projectId } = await runInNewProject(olga.id, projectIn(content.about), { request, enclosed: content });
    return (await findMembership(projectId, olga.id))!;
  };

  it('is the project that it was, less what is said', async () => {
    await fc.assert(
      fc.asyncProperty(anyContents(), async (contents) => {
        const made = await remake(await held(archiveFormat, contents));
        const back = await gathered(
          await openArchive(made, { selection: everything, signal: new AbortController().signal }),
        );
        expect(core(back)).toEqual(core(contents));
        await expectSound(made);
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it('keeps whose own work is whose, with its finished marks, at every moment since', async () => {
    const made = await remake(await held(archiveFormat, await sample()));
    expect(await seen(made)).toEqual(
      [
        ['restraint', 'Cleo', 'coder'],
        ['🧨 escalation', 'Ben', 'coder'],
      ].sort(),
    );
    const { documents, finished } = await fromDatabase(made);
    expect(finished).toHaveLength(1);
    const documentIds = documents.map(({ id }) => id);
    const moment = { at: new Date(Date.now() + 60_000).toISOString() };
    const then = await readWork(made.projectId, { viewerId: olga.id, sealedDocuments: [] }, { documentIds, moment });
    expect([then.codings.length, then.finished.length]).toEqual([2, 1]);
    expect((await readUnits(made.projectId, documentIds, 'sentence'))[0]!.units.sentence!.length).toBeGreaterThan(1);
  });

  it('makes no project when it fails', async () => {
    const content = await held(archiveFormat, await sample());
    const before = await db().project.count();
    const broken = { ...content, about: { ...content.about, documents: [] } };
    await expect(remake(broken)).rejects.toMatchObject({ name: 'Refusal' });
    expect(await db().project.count()).toBe(before);
  });

  it('makes nobody’s own work in another member’s name', async () => {
    const content = await held(archiveFormat, await sample());
    await bring(owner, content, { people: { Ben: ben.userId, Cleo: olga.id } });
    expect(await seen(owner)).toEqual(
      [
        ['restraint', 'Olga', 'coder'],
        ['🧨 escalation', 'Ben', 'imported'],
      ].sort(),
    );
    expect((await fromDatabase(owner)).finished).toEqual([]);
  });
});

describe('a placeholder', () => {
  const placeholders = async () => (await fromDatabase(owner)).members.filter(({ placeholder }) => placeholder);

  it('has no role, no password and no round', async () => {
    await bring(owner, await held(refiProject, await sample()));
    const userId = (await placeholders())[0]!.id;
    await expect(change(owner, 'member.role', { userId, role: 'coder' })).rejects.toMatchObject({ code: 'conflict' });
    const link = { id: randomUUID(), userId, tokenHash: 'a'.repeat(64) };
    await expect(change(owner, 'password-link.make', link)).rejects.toMatchObject({ code: 'forbidden' });
    const documentIds = (await fromDatabase(owner)).documents.map(({ id }) => id);
    const round = { id: randomUUID(), title: 'Pilot', documentIds, coderIds: [userId] };
    await expect(change(owner, 'round.open', round)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('hands its work to a member, who keeps what they had', async () => {
    await bring(owner, await held(archiveFormat, await sample()));
    const here = (await placeholders()).find(({ name }) => name === 'Ben')!;
    await change(owner, 'member.claim', { placeholderId: here.id, userId: ben.userId });
    const { codings, finished } = await fromDatabase(ben);
    expect(codings.filter(({ coderId }) => coderId === ben.userId).map(({ quote, layer }) => [quote, layer])).toEqual([
      ['🧨 escalation', 'coder'],
    ]);
    expect(finished.map(({ coderId }) => coderId)).toEqual([ben.userId]);
    await expectSound(owner);
    await expectSound(ben);
    await expect(change(owner, 'member.claim', { placeholderId: ben.userId, userId: olga.id })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('hands over nothing that an open round seals', async () => {
    await bring(owner, await held(refiProject, await sample()));
    const placeholderId = (await placeholders())[0]!.id;
    const documentIds = (await fromDatabase(owner)).documents.map(({ id }) => id);
    await change(owner, 'round.open', { id: randomUUID(), title: 'Pilot', documentIds, coderIds: [ben.userId] });
    await expect(change(owner, 'member.claim', { placeholderId, userId: ben.userId })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('an import that is withdrawn', () => {
  it('goes with all it brought, on what was here before as well, and once', async () => {
    const contents = await sample();
    const documentId = await document(owner, { title: 'Ours', text });
    const codeId = await code(owner, { name: 'Stability' });
    await coding(ben, { documentId, codeId, text, quote: 'restraint' });
    const before = await fromDatabase(owner);
    const { id } = await bring(owner, await held(refiProject, contents));
    await change(owner, 'project.withdraw', { import: id });
    const after = await fromDatabase(owner);
    for (const list of ['documents', 'codings', 'codes', 'attributes'] as const)
      expect(after[list]).toEqual(before[list]);
    expect(after.members.filter(({ removed }) => !removed)).toEqual(before.members);
    await expectSound(owner);
    await expect(change(owner, 'project.withdraw', { import: id })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('stays where somebody has coded in it since', async () => {
    const { id, documentIds, codeIds } = await bring(owner, await held(refiProject, await sample()));
    await coding(ben, { documentId: documentIds[0]!, codeId: codeIds[0]!, text, quote: 'Washington' });
    await expect(change(owner, 'project.withdraw', { import: id })).rejects.toMatchObject({
      message: expect.stringContaining('since'),
    });
    await expectSound(owner);
  });
});

describe('an import into a new project that is sent twice', () => {
  async function asking() {
    const contents = await sample();
    const content = await held(refiProject, contents);
    const people = content.about.people.map(({ id: key }) => ({ key, memberId: null }));
    const body = { source: 'study.qdpx', people, codes: 'join', documents: 'join' };
    const request = { id: randomUUID(), kind: 'project.import' as const, body };
    const send = async (by = olga.id) =>
      runInNewProject(by, projectIn(content.about), { request, enclosed: await held(refiProject, contents) });
    return { request, send };
  }

  async function expectOne(id: string): Promise<void> {
    const where = { projectId: id };
    expect([await db().coding.count({ where }), await db().change.count({ where: { ...where, kind: 'project.import' } })]).toEqual([2, 1]);
    expect(await db().project.count({ where: { title: 'Elsewhere', members: { some: { userId: olga.id } } } })).toBe(1);
    await expectSound((await findMembership(id, olga.id))!);
  }

  it('makes one project of it where the answer was lost, and answers with what landed', async () => {
    const { request, send } = await asking();
    const first = await send();
    expect(await send()).toEqual(first);
    await expectOne(request.id);
  });

  it('makes one project of it where both are under way at once', async () => {
    const { request, send } = await asking();
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    await expectOne(request.id);
  });

  it('tells nobody else of it who sends the same id', async () => {
    const { request, send } = await asking();
    await send();
    await expect(send(ben.userId)).rejects.toMatchObject({ code: 'conflict' });
    await expectOne(request.id);
  });
});

it('reads in a thread of its own and hands over the same pieces as often as they are asked for', async () => {
  const contents = await sample();
  const bytes = await wholeFile(archiveFormat.write!(memoryArchive(contents), 'exact'));
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

/** What an archive that becomes a project keeps: everything but rounds, roles, and what idle members were. */
function core({ documents, codes, codings, attributes, finished, coderAttributes }: Contents) {
  const key = (id: string) => guidOf(id);
  const sorted = <T>(items: T[]) => items.map((item) => JSON.stringify(item)).sort();
  return {
    documents: sorted(
      documents.map(({ id, title, text: words, blocks, language, direction, createdAt }) => [
        key(id),
        title.trim().slice(0, 300),
        words,
        blocks.map(({ kind, start, end, level }) => [kind, start, end, level]),
        language,
        direction,
        createdAt,
      ]),
    ),
    codes: sorted(
      codes.map(({ id, parentId, color, version, archived }) => [
        key(id),
        parentId && key(parentId),
        color,
        version,
        archived,
      ]),
    ),
    codings: sorted(
      codings.map(({ id, documentId, codeId, layer, start, end, quote, memo, createdAt }) => [
        key(id),
        key(documentId),
        key(codeId),
        layer,
        start,
        end,
        quote,
        memo,
        createdAt,
      ]),
    ),
    attributes: sorted(attributes.map(({ key: name }) => name)),
    coderAttributes: sorted(coderAttributes.map(({ key: name }) => name)),
    finished: sorted(finished.map(({ documentId, at }) => [key(documentId), at])),
  };
}
