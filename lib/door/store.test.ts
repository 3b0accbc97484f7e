import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles, type Permission, type Role, type TokenScope } from '@/lib/access';
import { db } from '@/lib/db';
import { changesAfter } from '@/lib/log/store';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { comparable, fromDatabase, fromLog } from '@/lib/testing/snapshot';
import { code, coding, document, joined, person, project } from '@/prisma/builders';
import { apply, inverseOf, kindNames, kindOf, stateOf, type KindName } from '.';
import { run, runAll } from './store';

useFreshDatabase();

const text =
  'Moscow called for restraint. It warned of 🧨 escalation, and blamed Washington for all of it.\n\nA second paragraph.';

type Study = { owner: Membership; ben: Membership; cem: Membership; documentId: string; codes: string[] };

async function study(): Promise<Study> {
  const owner = await project(await person());
  const [ben, cem] = [await joined(owner, await person(), 'coder'), await joined(owner, await person(), 'coder')];
  const codes = [await code(owner, { name: 'Stability' }), await code(owner, { name: 'Blame', shortcut: 'b' })];
  return { owner, ben, cem, documentId: await document(owner, { text }), codes };
}

function ask(kind: KindName, body: unknown, undoes: string | null = null) {
  return { id: randomUUID(), kind, body, undoes };
}

function placed(s: Study, start: number, end: number) {
  return { id: randomUUID(), documentId: s.documentId, codeId: s.codes[0], start, end, quote: text.slice(start, end) };
}

/** One random act of one member; most are sensible, some collide on purpose and are refused. */
const act = fc.record({
  who: fc.constantFrom('owner', 'ben', 'cem'),
  what: fc.constantFrom(
    'add',
    'add',
    'add',
    'edit',
    'remove',
    'undo',
    'finish',
    'code',
    'recode',
    'move',
    'delete',
    'memo',
    'merge',
    'merge',
    'describe',
    'attribute',
  ),
  a: fc.nat(50),
  b: fc.nat(40),
});
type Act = { who: string; what: string; a: number; b: number };

async function play(s: Study, { who, what, a, b }: Act): Promise<void> {
  const by = s[who as 'owner' | 'ben' | 'cem'];
  const state = stateOf(await fromDatabase(by));
  const codes = [...state.codes.values()].sort((x, y) => (x.id < y.id ? -1 : 1));
  const own = [...state.codings.values()].filter((each) => each.coderId === by.userId);
  const [some, other] = [codes[a % codes.length], codes[b % codes.length]];
  const mine = own[a % Math.max(1, own.length)];
  const span = { start: a, end: a + 1 + (b % 30), quote: text.slice(a, a + 1 + (b % 30)) };
  const log = await changesAfter(by.projectId, 0n, 10_000);
  const last = log.findLast(({ change }) => change.actorId === by.userId && inverseOf(change) !== null)?.change;
  const requests: Record<string, unknown> = {
    add: some && ask('coding.add', { ...placed(s, 0, 1), codeId: some.id, ...span }),
    edit: mine && ask('coding.edit', { id: mine.id, set: span }),
    memo: mine && ask('coding.edit', { id: mine.id, set: { memo: `note ${b}` } }),
    remove: mine && ask('coding.remove', { id: mine.id }),
    undo: last && { id: randomUUID(), ...inverseOf(last)!, undoes: last.id },
    finish: ask('finished.set', { documentId: s.documentId, finished: b % 2 === 0 }),
    code: ask('code.add', { id: randomUUID(), parentId: a % 2 ? (some?.id ?? null) : null, ...blank(`code ${b}`) }),
    recode: some && ask('code.edit', { id: some.id, set: { definition: `meaning ${b}`, color: '#123456' } }),
    move: some && ask('code.move', { id: some.id, parentId: other?.id ?? null, index: b % 4 }),
    merge:
      some && other && ask('code.merge', { id: some.id, into: other.id, rules: a % 2 === 0, examples: b % 2 === 0 }),
    describe: ask('member.describe', { userId: s.ben.userId, set: { training: b % 3 ? `by ${b}` : '' } }),
    attribute: ask('coder-attribute.set', {
      id: randomUUID(),
      key: a % 2 ? 'training' : 'constructor',
      name: 'Training',
      type: 'text',
      options: [],
      position: b,
    }),
    delete: codes.length > 2 && some && ask('code.delete', { id: some.id }),
  };
  if (requests[what]) await run(by, requests[what] as ReturnType<typeof ask>).catch(onlyRefusals);
}

function blank(name: string) {
  return { name, color: '#000000', shortcut: null, definition: '', useWhen: '', avoidWhen: '', examples: [] };
}

function onlyRefusals(error: Error): void {
  if (error.name !== 'Refusal') throw error;
}

describe('the log', () => {
  it('folds to what the database holds, for every member, after any history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
        const s = await study();
        for (const each of acts) await play(s, each);
        for (const by of [s.owner, s.ben]) {
          expect(comparable(await fromLog(by))).toEqual(comparable(stateOf(await fromDatabase(by))));
        }
      }),
      { numRuns: 12 },
    );
  });

  it('applied twice, or from any earlier place over again, ends the same', async () => {
    const s = await study();
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), fc.nat(), async (acts, n) => {
        for (const each of acts) await play(s, each);
        const end = await fromLog(s.ben);
        const changes = await changesAfter(s.ben.projectId, 0n, 10_000);
        const again = changes.slice(n % changes.length).reduce((state, { change }) => apply(state, change), end);
        expect(comparable(again)).toEqual(comparable(end));
      }),
      { numRuns: 8 },
    );
  });

  it('numbers changes without a gap, and refusals leave none', async () => {
    const s = await study();
    for (let i = 0; i < 10; i++) await play(s, { who: 'ben', what: i % 3 ? 'add' : 'edit', a: i, b: i });
    const changes = await changesAfter(s.owner.projectId, 0n, 10_000);
    expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, i) => BigInt(i + 1)));
  });

  it('shows a follower each change exactly once and in order while twelve write at the same time', async () => {
    const s = await study();
    let seen: bigint[] = [];
    let writing = true;
    const follower = (async () => {
      for (let at = 0n, more = true; more;) {
        more = writing;
        const changes = await changesAfter(s.owner.projectId, at, 7);
        seen = [...seen, ...changes.map(({ seq }) => seq)];
        at = seen.at(-1) ?? 0n;
        more ||= changes.length > 0;
      }
    })();
    const writers = Array.from({ length: 12 }, async (_, w) => {
      for (let i = 0; i < 8; i++) {
        const slow = i % 4 === 3;
        if (slow) await run(s.owner, ask('code.add', { id: randomUUID(), parentId: null, ...blank(`w${w} i${i}`) }));
        else await run(w % 2 ? s.ben : s.cem, ask('coding.add', placed(s, w, w + 1 + i))).catch(onlyRefusals);
      }
    });
    await Promise.all(writers);
    writing = false;
    await follower;
    const all = await changesAfter(s.owner.projectId, 0n, 10_000);
    expect(seen).toEqual(all.map(({ seq }) => seq));
  });

  it('refuses to be rewritten, and so does a text', async () => {
    const s = await study();
    await expect(db().$executeRaw`UPDATE change SET kind = 'x'`).rejects.toThrow('never changed');
    await expect(db().$executeRaw`DELETE FROM change`).rejects.toThrow('never deleted');
    await expect(
      db().$executeRaw`UPDATE document_text SET text = 'y' WHERE document_id = ${s.documentId}::uuid`,
    ).rejects.toThrow('never changed');
  });
});

describe('a retry', () => {
  it('gets the first answer again and makes nothing new, one after the other or all at once', async () => {
    const s = await study();
    const request = ask('coding.add', placed(s, 0, 6));
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => run(s.ben, request)));
    answers.push(await run(s.ben, request));
    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(1);
    expect(await db().coding.count({ where: { projectId: s.ben.projectId } })).toBe(1);
  });

  it('holds for changes made in steps, and for removing what the first try has removed', async () => {
    const s = await study();
    const id = await coding(s.ben, { documentId: s.documentId, codeId: s.codes[0]!, text, quote: 'restraint' });
    for (const request of [
      ask('coding.remove', { id }),
      ask('finished.set', { documentId: s.documentId, finished: true }),
    ]) {
      const [first, second] = [await run(s.ben, request), await run(s.ben, request)];
      expect(second).toEqual(first);
    }
  });

  it('of another person with the same id is no retry', async () => {
    const s = await study();
    const request = ask('finished.set', { documentId: s.documentId, finished: true });
    await run(s.ben, request);
    await expect(run(s.cem, request)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('codings', () => {
  it('by two analysts on one passage are two; by one analyst in two tabs, one', async () => {
    const s = await study();
    const [a, b] = [placed(s, 0, 6), placed(s, 0, 6)];
    const tabs = await Promise.allSettled([run(s.ben, ask('coding.add', a)), run(s.ben, ask('coding.add', b))]);
    expect(tabs.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await run(s.cem, ask('coding.add', placed(s, 0, 6)));
    expect(await db().coding.count({ where: { projectId: s.ben.projectId } })).toBe(2);
  });

  it.each([
    ['a quote that is not the slice', { start: 0, end: 6, quote: 'Moskow' }, /quote|text/i],
    ['an end past the text', { start: 0, end: 9_999, quote: 'Moscow' }, /text/i],
    ['an empty span', { start: 3, end: 3, quote: 'x' }, /./],
    ['half an emoji', { start: 42, end: 43, quote: text.slice(42, 43) }, /./],
  ])('with %s are refused in words and leave nothing', async (_, span, words) => {
    const s = await study();
    const request = ask('coding.add', { ...placed(s, 0, 1), ...span });
    await expect(run(s.ben, request)).rejects.toMatchObject({ name: 'Refusal', message: expect.stringMatching(words) });
    expect(await db().coding.count({ where: { projectId: s.ben.projectId } })).toBe(0);
  });

  it('are changed and removed by their coder alone', async () => {
    const s = await study();
    const id = await coding(s.ben, { documentId: s.documentId, codeId: s.codes[0]!, text, quote: 'restraint' });
    for (const by of [s.cem, s.owner]) {
      await expect(run(by, ask('coding.edit', { id, set: { memo: 'mine now' } }))).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(run(by, ask('coding.remove', { id }))).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await db().coding.findFirst({ where: { projectId: s.ben.projectId, id } })).toMatchObject({
      memo: '',
      deletedAt: null,
    });
  });

  it('go out of sight with their code and come back with it', async () => {
    const s = await study();
    await coding(s.ben, { documentId: s.documentId, codeId: s.codes[0]!, text, quote: 'restraint' });
    const before = (await fromDatabase(s.owner)).codings;
    await run(s.owner, ask('code.delete', { id: s.codes[0] }));
    expect((await fromDatabase(s.owner)).codings).toEqual([]);
    await run(s.owner, ask('code.restore', { ids: [s.codes[0]] }));
    expect((await fromDatabase(s.owner)).codings).toEqual(before);
  });

  it('meet a code that is deleted at the same moment in one order or the other, never as orphans', async () => {
    const s = await study();
    for (let i = 0; i < 8; i++) {
      const codeId = await code(s.owner, { name: `Brief ${i}` });
      const body = { ...placed(s, i, i + 3), codeId };
      const [made] = await Promise.allSettled([
        run(s.ben, ask('coding.add', body)),
        run(s.owner, ask('code.delete', { id: codeId })),
      ]);
      const row = await db().coding.findFirst({ where: { projectId: s.ben.projectId, id: body.id } });
      expect(row !== null).toBe(made.status === 'fulfilled');
      if (made.status === 'rejected') expect(made.reason).toMatchObject({ code: 'conflict' });
    }
    expect(comparable(await fromLog(s.owner))).toEqual(comparable(stateOf(await fromDatabase(s.owner))));
  });

  it('cannot carry a code, or lie on a document, of another project', async () => {
    const [s, other] = [await study(), await study()];
    const foreign = { ...placed(s, 0, 6), codeId: other.codes[0] };
    await expect(run(s.ben, ask('coding.add', foreign))).rejects.toMatchObject({ code: 'conflict' });
    const elsewhere = { ...placed(s, 0, 6), documentId: other.documentId };
    await expect(run(s.ben, ask('coding.add', elsewhere))).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a gesture of several changes', () => {
  it('ends at the first that is refused, so that nothing is removed for what could not grow', async () => {
    const s = await study();
    const [a, b, gone] = [placed(s, 0, 6), placed(s, 7, 13), randomUUID()];
    for (const body of [a, b]) await run(s.ben, ask('coding.add', body));
    const step = randomUUID();
    const joining = [ask('coding.edit', { id: gone, set: { memo: '' } }), ask('coding.remove', { id: b.id })];
    const answers = await runAll(s.ben, [
      ...joining.map((each) => ({ ...each, step })),
      ask('coding.remove', { id: a.id }),
    ]);
    expect(answers.map((answer) => 'recorded' in answer)).toEqual([false, false, true]);
    expect((await fromDatabase(s.ben)).codings.map(({ id }) => id)).toEqual([b.id]);
  });
});

describe('an open round', () => {
  it('hides the others’ codings on its documents from everyone, owner included, until it closes', async () => {
    const s = await study();
    await run(s.ben, ask('coding.add', placed(s, 0, 6)));
    const round = {
      id: randomUUID(),
      title: 'Round 1',
      documentIds: [s.documentId],
      coderIds: [s.ben.userId, s.cem.userId],
    };
    await run(s.owner, ask('round.open', round));
    await run(s.cem, ask('coding.add', placed(s, 0, 9)));
    const seen = async (by: Membership) => (await fromDatabase(by)).codings.map(({ coderId }) => coderId);
    expect([await seen(s.owner), await seen(s.ben), await seen(s.cem)]).toEqual([[], [s.ben.userId], [s.cem.userId]]);
    expect([...(await fromLog(s.owner)).codings.values()]).toEqual([]);
    await run(s.owner, ask('round.close', { id: round.id, reason: 'all done' }));
    expect((await seen(s.ben)).length).toBe(2);
  });

  it('tells those who run rounds who has finished, and coders nothing but their own, in the state and in the log alike', async () => {
    const s = await study();
    const adjudicator = await joined(s.owner, await person(), 'adjudicator');
    const finish = (by: Membership) => run(by, ask('finished.set', { documentId: s.documentId, finished: true }));
    await finish(s.ben);
    const round = {
      id: randomUUID(),
      title: 'Round 1',
      documentIds: [s.documentId],
      coderIds: [s.ben.userId, s.cem.userId],
    };
    await run(s.owner, ask('round.open', round));
    await finish(s.cem);
    await run(s.cem, ask('coding.add', placed(s, 0, 9)));
    const both = [s.ben.userId, s.cem.userId].sort();
    const expected = [
      [s.owner, both],
      [adjudicator, both],
      [s.ben, [s.ben.userId]],
      [s.cem, [s.cem.userId]],
    ] as const;
    for (const [by, coders] of expected) {
      const database = stateOf(await fromDatabase(by));
      expect([...database.finished.values()].map(({ coderId }) => coderId).sort()).toEqual(coders);
      expect(comparable(await fromLog(by))).toEqual(comparable(database));
    }
    expect([...(await fromLog(adjudicator)).codings.values()]).toEqual([]);
  });

  it('makes a person whose role changes ask anew, since other marks are theirs to see from then on', async () => {
    const s = await study();
    const state = stateOf(await fromDatabase(s.ben));
    const { change } = await run(s.owner, ask('member.role', { userId: s.ben.userId, role: 'adjudicator' }));
    expect(apply(state, change).stale).toBe(true);
    expect(apply(stateOf(await fromDatabase(s.cem)), change).stale).toBe(false);
  });

  it('is the only open one a document is in', async () => {
    const s = await study();
    const round = (title: string) =>
      ask('round.open', { id: randomUUID(), title, documentIds: [s.documentId], coderIds: [s.ben.userId] });
    await run(s.owner, round('first'));
    await expect(run(s.owner, round('second'))).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('who may send which kind of change', () => {
  const members = {} as Record<Role, Membership>;
  let stranger: Membership;

  beforeAll(async () => {
    members.owner = await project(await person());
    for (const role of roles) if (role !== 'owner') members[role] = await joined(members.owner, await person(), role);
    stranger = await project(await person());
  });

  /** Kinds by permission; a new kind has to be put into a line here before this passes again. */
  const allowed: Record<KindName, Role[]> = {
    'project.edit': ['owner'],
    'project.delete': ['owner'],
    'project.restore': [],
    'member.role': ['owner'],
    'member.remove': ['owner'],
    'member.describe': ['owner'],
    'coder-attribute.set': ['owner'],
    'coder-attribute.remove': ['owner'],
    'member.join': [],
    'member.claim': ['owner'],
    'project.import': ['owner'],
    'project.withdraw': ['owner'],
    'invitation.make': ['owner'],
    'invitation.revoke': ['owner'],
    'password-link.make': ['owner'],
    'password-link.use': [],
    'document.add': ['owner', 'adjudicator'],
    'document.edit': ['owner', 'adjudicator'],
    'document.describe': ['owner', 'adjudicator'],
    'document.delete': ['owner', 'adjudicator'],
    'document.restore': ['owner', 'adjudicator'],
    'document.import': ['owner', 'adjudicator'],
    'document.withdraw': ['owner', 'adjudicator'],
    'document.reinstate': ['owner', 'adjudicator'],
    'attribute.set': ['owner', 'adjudicator'],
    'attribute.remove': ['owner', 'adjudicator'],
    'pair.link': ['owner', 'adjudicator'],
    'pair.align': ['owner', 'adjudicator'],
    'pair.unlink': ['owner', 'adjudicator'],
    'code.add': ['owner', 'adjudicator'],
    'code.edit': ['owner', 'adjudicator'],
    'code.move': ['owner', 'adjudicator'],
    'code.archive': ['owner', 'adjudicator'],
    'code.delete': ['owner', 'adjudicator'],
    'code.restore': ['owner', 'adjudicator'],
    'code.merge': ['owner', 'adjudicator'],
    'code.unmerge': ['owner', 'adjudicator'],
    'coding.add': ['owner', 'adjudicator', 'coder'],
    'coding.edit': ['owner', 'adjudicator', 'coder'],
    'coding.confirm': ['owner', 'adjudicator', 'coder'],
    'coding.remove': ['owner', 'adjudicator', 'coder'],
    'coding.restore': ['owner', 'adjudicator', 'coder'],
    'finished.set': ['owner', 'adjudicator', 'coder'],
    'round.open': ['owner', 'adjudicator'],
    'round.remind': ['owner', 'adjudicator'],
    'round.close': ['owner', 'adjudicator'],
    'consensus.settle': ['owner', 'adjudicator'],
    'consensus.withdraw': ['owner', 'adjudicator'],
    'consensus.restore': ['owner', 'adjudicator'],
    'comment.add': ['owner', 'adjudicator', 'coder'],
    'comment.edit': ['owner', 'adjudicator', 'coder'],
    'comment.remove': ['owner', 'adjudicator', 'coder'],
    'comment.restore': ['owner', 'adjudicator', 'coder'],
  };

  const forPages: Permission[] = ['members:manage', 'project:edit'];

  it('names every kind there is', () => {
    expect(Object.keys(allowed).sort()).toEqual([...kindNames].sort());
  });

  it.each(kindNames.flatMap((kind) => roles.map((role) => [kind, role] as const)))('%s by %s', async (kind, role) => {
    const sent = run(members[role], ask(kind, {}));
    // An empty body passes the permission check only to be found unsound: that is how the two refusals differ.
    const code = allowed[kind].includes(role) ? 'invalid' : 'forbidden';
    await expect(sent).rejects.toMatchObject({ name: 'Refusal', code });
  });

  it.each(kindNames)('%s by the token of a script', async (kind) => {
    const codeFor = async (scope: TokenScope) =>
      run({ ...members.owner, scope }, ask(kind, {})).catch(({ code }: { code: string }) => code);
    expect(await codeFor('read')).toBe('forbidden');
    const carried = allowed[kind].length > 0 && !forPages.includes(kindOf(kind).permission);
    expect(await codeFor('write')).toBe(carried ? 'invalid' : 'forbidden');
  });

  it('lets a foreign membership act in its own project only', async () => {
    const body = { id: randomUUID(), parentId: null, ...blank('Planted') };
    await run(stranger, ask('code.add', body));
    expect((await fromDatabase(members.owner)).codes).toEqual([]);
  });

  it('declares for every kind a permission and a subject, so that neither guard nor seal can be forgotten', () => {
    for (const name of kindNames) {
      expect(kindOf(name).permission).toBeTruthy();
      expect(typeof kindOf(name).subject).toBe('function');
    }
  });
});
