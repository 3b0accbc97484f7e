import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@/lib/access';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { comparable, fromDatabase, fromLog } from '@/lib/testing/snapshot';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';
import { stateOf, type KindName } from '.';
import { run } from './store';

useFreshDatabase();

const text = 'Moscow called for restraint. It warned of escalation, and blamed Washington for all of it.';
const taken = randomUUID();
const tokenHash = 'a'.repeat(64);
let owner: Membership;
let ben: Membership;
let documentId: string;
let codes: [string, string];

beforeAll(async () => {
  owner = await project(await person());
  ben = await joined(owner, await person(), 'coder');
  documentId = await document(owner, { text });
  codes = [await code(owner, { name: 'Stability' }), await code(owner, { name: 'Blame' })];
  await document(owner, { text, id: taken });
  await code(owner, { name: 'Taken', id: taken });
  await coding(ben, { documentId: taken, codeId: codes[0], text, quote: 'restraint' });
  await change(owner, 'round.open', { id: taken, title: 'Pilot', documentIds: [taken], coderIds: [ben.userId] });
  await change(owner, 'invitation.make', { id: taken, tokenHash, role: 'coder', note: '' });
});

function ask(kind: KindName, body: unknown) {
  return { id: randomUUID(), kind, body };
}

function passage(start: number, codeId = codes[0]) {
  return { id: randomUUID(), documentId, codeId, start, end: start + 5, quote: text.slice(start, start + 5) };
}

/** What a browser holds that followed the log, beside what one holds that reads the rows now. */
async function expectLogAndRowsToAgree(): Promise<void> {
  for (const by of [owner, ben])
    expect(comparable(await fromLog(by))).toEqual(comparable(stateOf(await fromDatabase(by))));
}

describe('a request that cannot be right', () => {
  const blank = {
    definition: '',
    useWhen: '',
    avoidWhen: '',
    examples: [],
    shortcut: null,
    parentId: null,
    color: '#000000',
  };
  const statement = { id: randomUUID(), title: 'T', text: 'x', format: 'text', attributes: {} };

  it.each<[string, KindName, () => unknown]>([
    ['a document under a taken id', 'document.add', () => ({ ...statement, id: taken })],
    ['a document of nothing but a byte order mark', 'document.add', () => ({ ...statement, text: '\ufeff' })],
    [
      'an attribute named like what every object has',
      'document.add',
      () => ({ ...statement, attributes: { constructor: 'x' } }),
    ],
    ['a code under a taken id', 'code.add', () => ({ id: taken, name: 'New', ...blank })],
    [
      'an invitation under a taken id',
      'invitation.make',
      () => ({ id: taken, tokenHash: 'b'.repeat(64), role: 'coder', note: '' }),
    ],
    [
      'an invitation with a secret in use',
      'invitation.make',
      () => ({ id: randomUUID(), tokenHash, role: 'coder', note: '' }),
    ],
    [
      'a round under a taken id',
      'round.open',
      () => ({ id: taken, title: 'x', documentIds: [documentId], coderIds: [ben.userId] }),
    ],
    ['offsets no column can hold', 'coding.add', () => ({ ...passage(0), start: 2 ** 52, end: 2 ** 52 + 5 })],
    ['a hundred thousand ids', 'code.restore', () => ({ ids: Array.from({ length: 100_000 }, () => randomUUID()) })],
    ['a prototype for fields', 'project.edit', () => ({ set: JSON.parse('{"__proto__": {"title": "x"}}') as unknown })],
    ['a NUL character', 'project.edit', () => ({ set: { title: 'a\0b' } })],
    ['half a character', 'project.edit', () => ({ set: { title: 'a\ud83d' } })],
    ['an id in capitals', 'code.delete', () => ({ id: codes[0].toUpperCase() })],
  ])('with %s is refused in words, never failed on', async (_, kind, body) => {
    await expect(run(owner, ask(kind, body()))).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringMatching(/\.$|: /),
    });
  });
});

describe('two windows of one coder', () => {
  it('that change different things of one coding at the same moment both have their way', async () => {
    for (let i = 0; i < 10; i++) {
      const body = passage(i);
      await run(ben, ask('coding.add', body));
      const sets = [
        { memo: 'doubtful' },
        { codeId: codes[1] },
        { start: i + 20, end: i + 24, quote: text.slice(i + 20, i + 24) },
      ];
      await Promise.all(sets.map((set) => run(ben, ask('coding.edit', { id: body.id, set }))));
      const kept = (await fromDatabase(ben)).codings.find(({ id }) => id === body.id);
      expect(kept).toMatchObject(Object.assign({}, ...sets) as object);
    }
    await expectLogAndRowsToAgree();
  });

  it('leave one history, whatever they and others do to one coding, its code and its document at once', async () => {
    const doomed = await code(owner, { name: 'Doomed' });
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    for (const [i, id] of ids.entries()) await run(ben, ask('coding.add', { ...passage(40 + i, doomed), id }));
    const acts = (id: string, i: number): [Membership, KindName, unknown][] => [
      [ben, 'coding.edit', { id, set: { memo: `note ${i}` } }],
      [ben, 'coding.remove', { id }],
      [owner, 'code.delete', { id: doomed }],
      [ben, 'coding.restore', { id }],
      [owner, 'document.delete', { id: documentId }],
      [ben, 'coding.edit', { id, set: { codeId: i % 2 ? doomed : codes[0] } }],
      [owner, 'code.restore', { ids: [doomed] }],
      [ben, 'coding.add', passage(40, doomed)],
      [owner, 'document.restore', { id: documentId }],
    ];
    const storm = Array.from({ length: 12 }, (_, i) => acts(ids[i % 3]!, i)).flat();
    const refusals = await Promise.allSettled(storm.map(([by, kind, body]) => run(by, ask(kind, body))));
    for (const each of refusals) if (each.status === 'rejected') expect(each.reason).toMatchObject({ name: 'Refusal' });
    for (const [kind, body] of [
      ['code.restore', { ids: [doomed] }],
      ['document.restore', { id: documentId }],
    ] as const) {
      await run(owner, ask(kind, body)).catch((error: unknown) => expect(error).toMatchObject({ name: 'Refusal' }));
    }
    await expectLogAndRowsToAgree();
  });
});

it('a document that is finished twice keeps the version it was finished under, in log and rows alike', async () => {
  const finish = () => run(ben, ask('finished.set', { documentId, finished: true }));
  await finish();
  await change(owner, 'code.edit', { id: codes[0], set: { definition: 'sharper' } });
  await finish();
  await expectLogAndRowsToAgree();
});

it('saving a code’s examples as they were makes no new version of the codebook', async () => {
  const save = () =>
    change(owner, 'code.edit', { id: codes[0], set: { examples: [{ text: 't', note: 'n', counter: false }] } });
  await save();
  expect(await save()).toMatchObject({ version: null });
});

it.each<[Role | null, KindName, () => unknown]>([
  [null, 'finished.set', () => ({ documentId, finished: true })],
  [null, 'code.edit', () => ({ id: codes[0], set: { color: '#111111' } })],
  ['viewer', 'coding.add', () => passage(0)],
  ['viewer', 'finished.set', () => ({ documentId, finished: true })],
  ['coder', 'code.edit', () => ({ id: codes[0], set: { color: '#111111' } })],
])('a role that became %s while %s was on its way decides', async (role, kind, body) => {
  const before = await joined(owner, await person(), 'adjudicator');
  const { userId } = before;
  await (role ? change(owner, 'member.role', { userId, role }) : change(owner, 'member.remove', { userId }));
  await expect(run(before, ask(kind, body()))).rejects.toMatchObject({ code: role ? 'forbidden' : 'not-found' });
});
