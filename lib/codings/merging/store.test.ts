import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { examine } from '@/lib/doctor/store';
import { stateOf, type AskedBody } from '@/lib/door';
import { run } from '@/lib/door/store';
import { changesAfter } from '@/lib/log/store';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { comparable, fromDatabase, fromLog } from '@/lib/testing/snapshot';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';
import type { CodesMerged } from '..';

useFreshDatabase();

const text = 'Moscow called for restraint. It warned of escalation, and blamed Washington for all of it.';
let owner: Membership;
let ben: Membership;
let cem: Membership;
let documentId: string;
let a: string;
let b: string;

beforeEach(async () => {
  owner = await project(await person());
  [ben, cem] = [await joined(owner, await person(), 'coder'), await joined(owner, await person(), 'coder')];
  documentId = await document(owner, { text });
  a = await code(owner, { name: 'Accusation', shortcut: 'a', definition: 'Says who is guilty.' });
  b = await code(owner, { name: 'Blame', definition: 'Names a culprit.' });
});

const merge = async (choices: Partial<AskedBody<'code.merge'>> = {}) =>
  (await change(owner, 'code.merge', { id: a, into: b, rules: false, examples: false, ...choices })) as CodesMerged;
const put = (by: Membership, quote: string, { codeId = a, memo = '' } = {}) =>
  coding(by, { documentId, codeId, text, quote, memo });
const seen = async (by: Membership) =>
  (await fromDatabase(by)).codings.map(({ quote, codeId, memo }) => [
    quote,
    codeId === a ? 'A' : codeId === b ? 'B' : '?',
    memo,
  ]);
const whole = async () => comparable(stateOf(await fromDatabase(owner))).lists;

async function expectSound(): Promise<void> {
  expect((await examine(owner.projectId)).faults).toEqual([]);
  for (const by of [owner, ben])
    expect(comparable(await fromLog(by))).toEqual(comparable(stateOf(await fromDatabase(by))));
}

describe('merging one code into another', () => {
  it('gives every coding of the one the other code, and undoing it brings every coding, child, key and rule back', async () => {
    const [child, own] = [
      await code(owner, { name: 'Threat', parentId: a }),
      await code(owner, { name: 'Insult', parentId: b }),
    ];
    await put(ben, 'restraint');
    await put(cem, 'escalation', { codeId: a, memo: 'mine' });
    const before = await whole();
    const { merge: id, version } = await merge({ rules: true });
    expect(await seen(owner)).toEqual([
      ['restraint', 'B', ''],
      ['escalation', 'B', 'mine'],
    ]);
    const { codes, codebookVersion } = await fromDatabase(owner);
    expect(codebookVersion).toBe(version);
    expect(codes.find((each) => each.id === b)).toMatchObject({
      definition: 'Names a culprit.\n\nSays who is guilty.',
      version,
    });
    expect(codes.filter(({ parentId }) => parentId === b).map((each) => [each.id, each.position])).toEqual(
      expect.arrayContaining([
        [own, 0],
        [child, 1],
      ]),
    );
    await expectSound();
    await change(owner, 'code.unmerge', { merge: id });
    const sameMeaning = ({ version: _, ...each }: Record<string, unknown>) => each;
    const after = await whole();
    expect(after.codings).toEqual(before.codings);
    expect(after.codes!.map(sameMeaning)).toEqual(before.codes!.map(sameMeaning));
    await expectSound();
  });

  it('makes one of two codings that a coder had on the same words, with both memos, and two again when it is undone', async () => {
    await put(ben, 'restraint', { codeId: a, memo: 'an accusation' });
    await put(ben, 'restraint', { codeId: b, memo: 'blame' });
    await put(cem, 'restraint', { codeId: a, memo: 'no twin of Ben’s' });
    const before = await whole();
    const { merge: id } = await merge();
    expect((await seen(owner)).sort()).toEqual([
      ['restraint', 'B', 'blame\n\nan accusation'],
      ['restraint', 'B', 'no twin of Ben’s'],
    ]);
    await expectSound();
    await change(owner, 'code.unmerge', { merge: id });
    expect((await whole()).codings).toEqual(before.codings);
    await expectSound();
  });

  it('leaves what coders did since as they did it when it is undone', async () => {
    const [kept, recoded] = [await put(ben, 'restraint'), await put(ben, 'Washington')];
    const survivor = await put(ben, 'escalation', { codeId: b, memo: 'blame' });
    await put(ben, 'escalation', { codeId: a, memo: 'twin' });
    const c = await code(owner, { name: 'Calm' });
    const { merge: id } = await merge();
    await change(ben, 'coding.edit', { id: kept, set: { memo: 'later' } });
    await change(ben, 'coding.edit', { id: recoded, set: { codeId: c } });
    await change(ben, 'coding.edit', { id: survivor, set: { memo: 'written anew' } });
    await change(owner, 'code.unmerge', { merge: id });
    expect((await seen(ben)).sort()).toEqual([
      ['Washington', '?', ''],
      ['escalation', 'A', 'twin'],
      ['escalation', 'B', 'written anew'],
      ['restraint', 'A', 'later'],
    ]);
    await expectSound();
  });

  it('reaches codings that their coder has removed, so that bringing one back orphans nothing', async () => {
    const id = await put(ben, 'restraint');
    await change(ben, 'coding.remove', { id });
    await merge();
    await change(ben, 'coding.restore', { id });
    expect(await seen(ben)).toEqual([['restraint', 'B', '']]);
    await expectSound();
  });

  it('does not bring the hidden one of two codings back by itself', async () => {
    const [hidden] = [await put(ben, 'restraint', { codeId: a }), await put(ben, 'restraint', { codeId: b })];
    await merge();
    await expect(change(ben, 'coding.restore', { id: hidden })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('can be merged on and undone from the last merge back to the first', async () => {
    const c = await code(owner, { name: 'Calm' });
    for (const codeId of [a, b, c])
      await put(ben, 'restraint', { codeId, memo: `as ${codeId === a ? 'A' : codeId === b ? 'B' : 'C'}` });
    const before = await whole();
    const first = await merge();
    const second = (await change(owner, 'code.merge', {
      id: b,
      into: c,
      rules: false,
      examples: false,
    })) as CodesMerged;
    expect(await seen(ben)).toEqual([['restraint', '?', 'as C\n\nas B\n\nas A']]);
    await expect(change(owner, 'code.unmerge', { merge: first.merge })).rejects.toMatchObject({ code: 'conflict' });
    await change(owner, 'code.unmerge', { merge: second.merge });
    await change(owner, 'code.unmerge', { merge: first.merge });
    expect((await whole()).codings).toEqual(before.codings);
    await expectSound();
  });

  it('is refused in words into itself, into a code inside it, and where children of one name would meet', async () => {
    const child = await code(owner, { name: 'Threat', parentId: a });
    await expect(merge({ into: a })).rejects.toMatchObject({ code: 'conflict' });
    await expect(merge({ into: child })).rejects.toMatchObject({ code: 'conflict' });
    await code(owner, { name: 'threat', parentId: b });
    await expect(merge()).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('“Threat”') });
    await expectSound();
  });

  it('is undone once', async () => {
    const { merge: id } = await merge();
    await change(owner, 'code.unmerge', { merge: id });
    await expect(change(owner, 'code.unmerge', { merge: id })).rejects.toMatchObject({ name: 'Refusal' });
    await expect(change(owner, 'code.unmerge', { merge: randomUUID() })).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('tells nothing of sealed codings: the log reads the same whether somebody coded under the seal or not', async () => {
  await change(owner, 'round.open', {
    id: randomUUID(),
    title: 'Pilot',
    documentIds: [documentId],
    coderIds: [ben.userId, cem.userId],
  });
  const { merge: empty } = await merge();
  await change(owner, 'code.unmerge', { merge: empty });
  await put(ben, 'restraint', { codeId: a, memo: 'secret' });
  await put(ben, 'restraint', { codeId: b, memo: 'hidden' });
  const { merge: full } = await merge();
  await change(owner, 'code.unmerge', { merge: full });
  const log = (await changesAfter(owner.projectId, 0n, 1_000)).filter(({ change: each }) => /merge/.test(each.kind));
  const shape = (value: unknown) =>
    JSON.stringify(value)
      .replaceAll(empty, 'M')
      .replaceAll(full, 'M')
      .replaceAll(/"version":\d+/g, '"version":0');
  const [first, firstBack, second, secondBack] = log.map(({ change: each }) => shape(each.body));
  expect([second, secondBack]).toEqual([first, firstBack]);
  expect(await seen(owner)).toEqual([]);
  expect((await seen(ben)).sort()).toEqual([
    ['restraint', 'A', 'secret'],
    ['restraint', 'B', 'hidden'],
  ]);
  await expectSound();
});

it('meets coders who put the code on, change codings of it or take them away at the same moment: no orphan, no fault, one order', async () => {
  for (let round = 0; round < 6; round++) {
    const brief = await code(owner, { name: `Brief ${round}` });
    const ids = await Promise.all(
      [ben, cem].flatMap((by) => ['restraint', 'escalation'].map((quote) => put(by, quote, { codeId: brief }))),
    );
    const ask = (kind: string, body: unknown) => ({ id: randomUUID(), kind, body });
    const quote = text.slice(round, round + 4);
    const acts = [
      run(ben, ask('coding.edit', { id: ids[0], set: { memo: 'at the same moment' } })),
      run(owner, ask('code.merge', { id: brief, into: b, rules: false, examples: false })),
      run(ben, ask('coding.add', { id: randomUUID(), documentId, codeId: brief, start: round, end: round + 4, quote })),
      run(
        cem,
        ask('coding.edit', {
          id: ids[2],
          set: { start: round + 10, end: round + 14, quote: text.slice(round + 10, round + 14) },
        }),
      ),
      run(cem, ask('coding.remove', { id: ids[3] })),
      run(
        ben,
        ask('coding.add', {
          id: randomUUID(),
          documentId,
          codeId: a,
          start: round + 40,
          end: round + 44,
          quote: text.slice(round + 40, round + 44),
        }),
      ),
    ];
    const others = (await Promise.allSettled(acts)).filter(
      ({ status }) => status === 'rejected',
    ) as PromiseRejectedResult[];
    for (const { reason } of others) expect(reason).toMatchObject({ name: 'Refusal' });
    const onto = run(ben, ask('coding.edit', { id: ids[1], set: { codeId: brief } }));
    await expect(onto).rejects.toMatchObject({ name: 'Refusal' });
    await expectSound();
  }
});

it('moves a coding to a code that is merged at the same moment before the merge or not at all', async () => {
  for (let round = 0; round < 6; round++) {
    const brief = await code(owner, { name: `Brief ${round}` });
    const id = await coding(ben, {
      documentId,
      codeId: a,
      text,
      quote: ['restraint', 'escalation', 'Washington', 'Moscow', 'called', 'warned'][round]!,
    });
    const ask = (kind: string, body: unknown) => ({ id: randomUUID(), kind, body });
    await Promise.allSettled([
      run(owner, ask('code.merge', { id: brief, into: b, rules: false, examples: false })),
      run(ben, ask('coding.edit', { id, set: { codeId: brief } })),
    ]);
    const found = (await fromDatabase(ben)).codings.find((each) => each.id === id);
    expect([a, b]).toContain(found?.codeId);
    await expectSound();
  }
});
