import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { readCoded } from '@/lib/agreement/store';
import { listCodings } from '@/lib/codings/store';
import { db } from '@/lib/db';
import { examine } from '@/lib/doctor/store';
import { inverseOf } from '@/lib/door';
import { run } from '@/lib/door/store';
import { changesAfter } from '@/lib/log/store';
import type { Membership } from '@/lib/projects/store';
import { useFreshDatabase } from '@/lib/testing/database';
import { fromDatabase } from '@/lib/testing/snapshot';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';
import type { ConsensusSettled } from './changes';

useFreshDatabase();

const text = 'Order comes first. Bread comes next. Peace comes last. Then we rest.';

let owner: Membership;
let ada: Membership;
let ben: Membership;
let ids: { documentId: string; order: string; bread: string; roundId: string };

beforeEach(async () => {
  owner = await project(await person());
  ada = await joined(owner, await person({ name: 'Ada Adjudicator' }), 'adjudicator');
  ben = await joined(owner, await person(), 'coder');
  const [documentId, order, bread] = [
    await document(owner, { text }),
    await code(owner, { name: 'Order' }),
    await code(owner, { name: 'Bread' }),
  ];
  await coding(owner, { documentId, codeId: order, text, quote: 'Order comes first.' });
  await coding(ben, { documentId, codeId: bread, text, quote: 'Order comes first.' });
  ids = { documentId, order, bread, roundId: await openRound(documentId) };
  await change(owner, 'round.close', { id: ids.roundId, reason: 'The time is up.' });
});

async function openRound(documentId: string): Promise<string> {
  const id = randomUUID();
  await change(owner, 'round.open', {
    id,
    title: 'A round',
    documentIds: [documentId],
    coderIds: [owner.userId, ben.userId],
  });
  return id;
}

/** Settles the sentence with these words, one coding on `quote` for each code. */
function settling(sentence: string, codes: readonly string[], { quote = sentence, reason = 'Because.' } = {}) {
  const start = text.indexOf(sentence);
  const codings = codes.map((codeId) => ({
    id: randomUUID(),
    codeId,
    start: text.indexOf(quote),
    end: text.indexOf(quote) + quote.length,
    quote,
  }));
  const { documentId, roundId } = ids;
  return { id: randomUUID(), roundId, documentId, start, end: start + sentence.length, reason, codings };
}

function ask(kind: string, body: unknown) {
  return { id: randomUUID(), kind, body };
}

async function consensus(by: Membership = owner) {
  return (await fromDatabase(by)).codings.filter(({ layer }) => layer === 'consensus');
}

/** By the doctor, to whom nothing is sealed: a member asks for the state anew once a round has closed. */
async function rowsAndLogAgree(): Promise<void> {
  expect((await examine(owner.projectId)).faults).toEqual([]);
}

describe('a settlement', () => {
  it('writes its codings into the consensus, with the reason as their memo, and they count for no coder', async () => {
    const counted = async () =>
      readCoded(
        owner.projectId,
        { viewerId: owner.userId, sealedDocuments: [] },
        { documents: [{ id: ids.documentId, title: '' }], level: 'sentence', moment: null },
      );
    const before = await counted();
    await change(ada, 'consensus.settle', settling('Order comes first.', [ids.order, ids.bread]));
    expect((await consensus()).map(({ codeId, memo, coderId }) => [codeId, memo, coderId]).sort()).toEqual(
      [
        [ids.order, 'Because.', ada.userId],
        [ids.bread, 'Because.', ada.userId],
      ].sort(),
    );
    expect(await counted()).toEqual(before);
    await rowsAndLogAgree();
  });

  it('may say that no code belongs there, and is kept all the same', async () => {
    await change(ada, 'consensus.settle', settling('Order comes first.', []));
    expect(await consensus()).toEqual([]);
    expect((await fromDatabase(ben)).settlements).toMatchObject([
      { reason: 'Because.', codingIds: [], withdrawn: false },
    ]);
    await rowsAndLogAgree();
  });

  it('of a passage that another has settled is refused, naming who was first, and loses nothing', async () => {
    const [first, second] = [settling('Order comes first.', [ids.order]), settling('Order comes first.', [ids.bread])];
    await change(ada, 'consensus.settle', first);
    await expect(change(owner, 'consensus.settle', second)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Ada Adjudicator has settled'),
    });
    const wider = { ...second, end: text.indexOf('Peace') - 1 };
    await expect(change(ada, 'consensus.settle', wider)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('You have settled'),
    });
    expect((await consensus()).map(({ id }) => id)).toEqual(first.codings.map(({ id }) => id));
    await rowsAndLogAgree();
  });

  it('is the only one when several come at the same moment', async () => {
    const tries = [owner, ada, owner, ada].map((by) =>
      run(by, ask('consensus.settle', settling('Order comes first.', [ids.order]))),
    );
    const done = await Promise.allSettled(tries);
    expect(done.map(({ status }) => status).filter((status) => status === 'fulfilled')).toHaveLength(1);
    for (const each of done) if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'conflict' });
    expect(await consensus()).toHaveLength(1);
    await rowsAndLogAgree();
  });

  it('goes with its codings when it is withdrawn, by whichever adjudicator, and comes back with the same ones', async () => {
    const settled = settling('Order comes first.', [ids.order]);
    await change(ada, 'consensus.settle', settled);
    const before = await consensus();
    await change(owner, 'consensus.withdraw', { id: settled.id });
    expect(await consensus()).toEqual([]);
    await expect(change(ada, 'consensus.withdraw', { id: settled.id })).rejects.toMatchObject({ code: 'not-found' });
    await rowsAndLogAgree();
    await change(owner, 'consensus.restore', { id: settled.id });
    expect(await consensus()).toEqual(before);
    await rowsAndLogAgree();
  });

  it('does not come back over one that was made since', async () => {
    const settled = settling('Order comes first.', [ids.order]);
    await change(ada, 'consensus.settle', settled);
    await change(ada, 'consensus.withdraw', { id: settled.id });
    await change(owner, 'consensus.settle', settling('Order comes first.', [ids.bread]));
    await expect(change(ada, 'consensus.restore', { id: settled.id })).rejects.toMatchObject({ code: 'conflict' });
    await rowsAndLogAgree();
  });

  it('is undone from the log alone, and done again', async () => {
    const settled = await run(ada, ask('consensus.settle', settling('Order comes first.', [ids.order])));
    const undone = await run(ada, { ...ask('', null), ...inverseOf(settled.change)!, undoes: settled.change.id });
    expect(await consensus()).toEqual([]);
    await run(ada, { ...ask('', null), ...inverseOf(undone.change)!, undoes: undone.change.id });
    expect((await consensus()).map(({ id }) => id)).toEqual(
      (settled.change.body as ConsensusSettled).codings.map(({ id }) => id),
    );
  });
});

describe('what is refused in words, leaving nothing', () => {
  const cases: [string, () => object, RegExp][] = [
    [
      'a quote that is not the slice',
      () => ({ codings: [{ id: randomUUID(), codeId: ids.order, start: 0, end: 5, quote: 'Ordre' }] }),
      /reads/,
    ],
    [
      'a coding beside the passage',
      () => settling('Order comes first.', [ids.order], { quote: 'Then we rest.' }),
      /touch/,
    ],
    ['one code twice on the same words', () => settling('Order comes first.', [ids.order, ids.order]), /twice/],
    [
      'a code that is no longer there',
      () => settling('Order comes first.', [randomUUID()]),
      /no longer in the codebook/,
    ],
    ['a document outside the round', () => ({ documentId: randomUUID() }), /no such document in this round/],
    ['a passage past the end of the text', () => ({ end: 9_999 }), /does not lie in the text/],
  ];

  it.each(cases)('%s', async (_, wrong, words) => {
    const body = { ...settling('Order comes first.', []), ...wrong() };
    await expect(run(ada, ask('consensus.settle', body))).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringMatching(words),
    });
    expect([await consensus(), (await fromDatabase(owner)).settlements]).toEqual([[], []]);
  });

  it('a code on words where the consensus has it already, from another round', async () => {
    await change(ada, 'consensus.settle', settling('Order comes first.', [ids.order]));
    const second = await openRound(ids.documentId);
    await change(owner, 'round.close', { id: second, reason: 'The time is up.' });
    const again = { ...settling('Order comes first.', [ids.order]), roundId: second };
    await expect(change(owner, 'consensus.settle', again)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('“Order”'),
    });
    await change(owner, 'consensus.settle', { ...again, codings: [] });
    await rowsAndLogAgree();
  });

  it('editing or removing a consensus coding as if it were one’s own', async () => {
    const settled = settling('Order comes first.', [ids.order]);
    await change(ada, 'consensus.settle', settled);
    const { id } = settled.codings[0]!;
    await expect(change(ada, 'coding.edit', { id, set: { memo: 'x' } })).rejects.toMatchObject({ code: 'not-found' });
    await expect(change(ada, 'coding.remove', { id })).rejects.toMatchObject({ code: 'not-found' });
    await change(ada, 'consensus.withdraw', { id: settled.id });
    await expect(change(ada, 'coding.restore', { id })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a round that opens over a settled document', () => {
  it('hides its consensus from everyone but the adjudicator, and nothing is settled or opened until it closes', async () => {
    const settled = settling('Order comes first.', [ids.order]);
    await change(ada, 'consensus.settle', settled);
    const second = await openRound(ids.documentId);
    expect([await consensus(owner), await consensus(ben), (await fromDatabase(ben)).settlements]).toEqual([[], [], []]);
    expect(await consensus(ada)).toHaveLength(1);
    for (const [kind, body] of [
      ['consensus.withdraw', { id: settled.id }],
      ['consensus.settle', settling('Bread comes next.', [])],
    ] as const) {
      await expect(run(owner, ask(kind, body))).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('open round'),
      });
    }
    await rowsAndLogAgree();
    await change(owner, 'round.close', { id: second, reason: 'The time is up.' });
    expect(await consensus(ben)).toHaveLength(1);
  });
});

/** One random act of one of two adjudicators; some collide on purpose and are refused. */
const act = fc.record({
  who: fc.boolean(),
  what: fc.constantFrom('settle', 'settle', 'withdraw', 'restore', 'undo', 'merge', 'say', 'unsay'),
  at: fc.nat(3),
  a: fc.nat(20),
});

it('rows and log agree after whatever two adjudicators did', async () => {
  const sentences = text.split(/(?<=\.) /u);
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      for (const { who, what, at, a } of acts) {
        const by = who ? ada : owner;
        const { settlements, codes, comments } = await fromDatabase(by);
        const some = settlements[a % Math.max(1, settlements.length)];
        const said = comments[a % Math.max(1, comments.length)];
        const log = await changesAfter(by.projectId, 0n, 10_000);
        const last = log.findLast(({ change: each }) => each.actorId === by.userId && inverseOf(each) !== null)?.change;
        const [one, other] = [codes[a % codes.length]!.id, codes[(a + 1) % codes.length]!.id];
        const { documentId, roundId } = ids;
        const requests = {
          settle: ask('consensus.settle', settling(sentences[at]!, a % 4 ? [one] : [])),
          withdraw: some && ask('consensus.withdraw', { id: some.id }),
          restore: some && ask('consensus.restore', { id: some.id }),
          undo: last && { ...ask('', null), ...inverseOf(last)!, undoes: last.id },
          merge:
            codes.length > 1 &&
            a % 3 === 0 &&
            ask('code.merge', { id: one, into: other, rules: false, examples: false }),
          say: ask('comment.add', {
            id: randomUUID(),
            roundId,
            documentId,
            start: 0,
            end: 5 + a,
            text: `@Ada, number ${a}`,
          }),
          unsay:
            said &&
            ask(a % 2 ? 'comment.remove' : 'comment.edit', a % 2 ? { id: said.id } : { id: said.id, text: 'anew' }),
        };
        if (requests[what]) await run(by, requests[what] as ReturnType<typeof ask>).catch(onlyRefusals);
      }
      await rowsAndLogAgree();
      const place = await db().settlement.groupBy({
        by: ['documentId', 'start'],
        where: { projectId: owner.projectId, withdrawnAt: null },
        _count: true,
      });
      expect(place.every(({ _count }) => _count === 1)).toBe(true);
    }),
    { numRuns: 8 },
  );
});

it('keeps consensus a layer of its own for whoever filters by it', async () => {
  await change(ada, 'consensus.settle', settling('Order comes first.', [ids.order]));
  const seal = { viewerId: ben.userId, sealedDocuments: [] };
  const found = await listCodings(owner.projectId, seal, { layers: ['consensus'] });
  expect(found.map(({ layer, quote }) => [layer, quote])).toEqual([['consensus', 'Order comes first.']]);
});

function onlyRefusals(error: Error): void {
  if (error.name !== 'Refusal') throw error;
}
